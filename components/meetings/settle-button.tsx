'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { DecisionView } from '@/lib/meetings/rules';

// Pages of meetings and lists are read far more often than a decision is settled: the form comes when it is asked for.
const SettleForm = dynamic(() => import('./settle-form').then((module) => module.SettleForm), { ssr: false });

/** Opens the form that says what became of a decision. Put it into the messages 'meetings', 'guard', 'forms', 'errors', 'vocabulary' and 'common'. */
export function SettleButton(props: { projectId: string; today: string; takenOn: string | null; decision: DecisionView }) {
  const [t, common] = [useTranslations('meetings'), useTranslations('common')];
  const [open, setOpen] = useState(false);
  const title = t('settleOf', { n: props.decision.number });
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)} aria-label={title}>{t('settle')}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title} closeLabel={common('close')}>
        {open && <SettleForm {...props} onDone={() => setOpen(false)} />}
      </Dialog>
    </>
  );
}
