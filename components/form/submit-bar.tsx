'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { useFormat } from '@/lib/i18n/use-format';
import { useKit } from './context';
import type { SaveStatus } from './use-autosave';

/** The acts of a form, at the foot of the screen on phones. `label` is the primary act; `children` are others; `status` comes from useAutosave. */
export function SubmitBar({ label, children, status }: { label: string; children?: ReactNode; status?: SaveStatus }) {
  const { form } = useKit();
  const t = useTranslations('forms');
  return (
    <div className="no-print sticky bottom-0 z-20 -mx-4 flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line bg-page px-4 py-3 sm:mx-0 sm:px-0">
      <Button type="submit" variant="primary" aria-disabled={form.pending || undefined}>
        {form.pending ? t('saving') : label}
      </Button>
      {children}
      <SaveNote status={status} />
    </div>
  );
}

/** "Saved 14:02", in the reader's own clock. */
export function SaveNote({ status }: { status?: SaveStatus }) {
  const { form } = useKit();
  const t = useTranslations('forms');
  const format = useFormat();
  const saved = form.savedAt ? t('savedAt', { time: format.time(form.savedAt, Intl.DateTimeFormat().resolvedOptions().timeZone) }) : '';
  return (
    <p role="status" className={`tabular text-sm ${status === 'offline' || status === 'signedOut' || status === 'error' ? 'font-medium text-warn' : 'text-soft'}`}>
      {status && status !== 'saved' && status !== 'idle' ? t(`status.${status}`) : saved}
    </p>
  );
}
