'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Banner } from '@/components/ui/feedback';
import { errorText } from '@/lib/i18n/error-text';
import { typeInAnswerAction } from '@/lib/learning/actions';

type Props = { projectId: string; activityId: string; items: { id: string; text: string }[] };
type Told = { kind: 'error' | 'success'; text: string } | null;

/** One paper after the other by keyboard: a digit per statement, Tab, Enter; then the next paper from the top. */
export function PaperEntry({ projectId, activityId, items }: Props) {
  const [t, errors, common] = [useTranslations('learning.paper'), useTranslations('errors'), useTranslations('common')];
  const [typed, setTyped] = useState(0);
  const [told, setTold] = useState<Told>(null);
  const [sending, setSending] = useState(false);
  const busy = useRef(false);
  const answerId = useRef<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const router = useRouter();

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy.current) return;
    const data = new FormData(event.currentTarget);
    const scores = items.flatMap(({ id }) => (data.get(id) ? [{ itemId: id, score: Number(data.get(id)) }] : []));
    // Kept over a failed send, so that the same paper cannot count twice.
    answerId.current ??= crypto.randomUUID();
    const input = { projectId, activityId, answerId: answerId.current, scores, comment: String(data.get('comment') ?? '') };
    // Only the send itself holds back the next paper, not the page that is drawn anew after it.
    busy.current = true;
    setSending(true);
    const result = await typeInAnswerAction(input).catch(() => null);
    busy.current = false;
    setSending(false);
    if (!result?.ok) return setTold({ kind: 'error', text: result ? errorText(errors, result.fieldErrors?.scores ?? result.reason, result.params) : common('failed') });
    answerId.current = null;
    form.current?.reset();
    form.current?.querySelector('input')?.focus();
    setTyped(typed + 1);
    setTold({ kind: 'success', text: t('saved', { n: typed + 1 }) });
    router.refresh();
  };

  return (
    <form ref={form} onSubmit={send} className="grid gap-3" aria-busy={sending}>
      <div role="status" className="empty:hidden">
        {told && <Banner kind={told.kind}>{told.text}</Banner>}
      </div>
      <ol className="divide-y divide-line">
        {items.map((item, at) => (
          <li key={item.id} className="flex items-center justify-between gap-4 py-1.5">
            <label htmlFor={`paper-${item.id}`}>
              {at + 1}. {item.text}
            </label>
            <input id={`paper-${item.id}`} name={item.id} inputMode="numeric" pattern="[1-5]" maxLength={1} autoComplete="off" title={t('digit')} className="control num max-w-14 shrink-0" />
          </li>
        ))}
      </ol>
      <div className="grid gap-1">
        <label htmlFor="paper-comment" className="font-medium">
          {t('comment')}
        </label>
        <textarea id="paper-comment" name="comment" rows={2} maxLength={2000} className="control" />
      </div>
      <div>
        <Button type="submit" variant="primary" aria-disabled={sending || undefined}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
