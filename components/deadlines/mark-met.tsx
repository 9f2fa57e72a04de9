'use client';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Banner } from '@/components/ui/feedback';
import { markDeadlineAction } from '@/lib/deadlines/actions';
import { explain } from '@/lib/i18n/actions';

/** Says on which day a deadline was met: today unless another day is chosen. */
export function MarkMet({ projectId, deadlineKey, name, today }: { projectId: string; deadlineKey: string; name: string; today: string }) {
  const [t, common] = [useTranslations('deadlines'), useTranslations('common')];
  const id = useId();
  const router = useRouter();
  const [refusal, setRefusal] = useState('');
  const [pending, start] = useTransition();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const doneOn = String(new FormData(event.currentTarget).get('doneOn') ?? '');
    if (pending) return;
    start(async () => {
      const result = await markDeadlineAction({ projectId, key: deadlineKey, doneOn }).catch(() => null);
      setRefusal(result?.ok ? '' : result ? await explain({ reason: result.reason, params: result.params }) : common('failed'));
      if (result?.ok) router.refresh();
    });
  };
  return (
    <form onSubmit={send} className="flex flex-wrap items-center gap-2 sm:min-w-60">
      <label htmlFor={id} className="sr-only">{t('doneOn')}: {name}</label>
      <input id={id} name="doneOn" type="date" required max={today} defaultValue={today} className="control tabular w-40" />
      <Button type="submit" size="sm" aria-disabled={pending || undefined}>{t('mark')}<span className="sr-only">: {name}</span></Button>
      {refusal && <Banner kind="error">{refusal}</Banner>}
    </form>
  );
}
