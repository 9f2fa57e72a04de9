'use client';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { fieldId } from '@/components/form/errors';
import { findIn } from '@/lib/guard/rules/texts';
import { FoundList } from './found-list';

type Confirmation = { mark: string; reason: string };
type Props = { name: string; texts: string[] };

/** What looks like case or victim data in a text, and the reason for which it may stand. Rewording makes the notice go away. */
export function CaseNotice({ name, texts }: Props) {
  const t = useTranslations('guard');
  const deferred = useDeferredValue(texts.join('\n'));
  const found = useMemo(() => findIn([{ path: name, text: deferred }]), [name, deferred]);
  const { setValue, clearErrors } = useFormContext();
  const all = (useWatch({ name: 'confirmations' }) ?? []) as Confirmation[];
  if (found.length === 0) return null;
  const marks = found.map((finding) => finding.mark);
  const reason = all.find((one) => marks.includes(one.mark))?.reason ?? '';
  const write = (text: string) => {
    const others = all.filter((one) => !marks.includes(one.mark));
    clearErrors(name);
    setValue('confirmations', text.trim() === '' ? others : [...others, ...marks.map((mark) => ({ mark, reason: text }))], { shouldDirty: true });
  };
  const id = `${fieldId(name)}-reason`;
  return (
    <div className="rounded-md border border-warn/40 bg-warn-soft px-3 py-2">
      <FoundList found={found} live />
      <label htmlFor={id} className="mt-2 block font-medium">{t('reason')}</label>
      <p id={`${id}-hint`} className="text-xs text-soft">{t('reasonHint')}</p>
      <input id={id} className="control mt-1" maxLength={500} autoComplete="off" aria-describedby={`${id}-hint`} value={reason} onChange={(event) => write(event.target.value)} />
    </div>
  );
}
