'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import type { z } from 'zod';
import { Form } from '@/components/form/form';
import { DateField, SelectField, TextArea } from '@/components/form/inputs';
import { useActionForm } from '@/components/form/use-action-form';
import { Guarded } from '@/components/guard/guarded';
import { Button } from '@/components/ui/button';
import { settleDecisionAction } from '@/lib/meetings/actions';
import type { DecisionView } from '@/lib/meetings/rules';
import { settleDecisionSchema } from '@/lib/meetings/schema';
import { type DecisionState, decisionStates } from '@/lib/shared/vocabulary';

type Props = { projectId: string; today: string; takenOn: string | null; decision: DecisionView; onDone: () => void };

/** What became of a decision, since when, and what shows it or why it was dropped. */
export function SettleForm({ projectId, today, takenOn, decision, onDone }: Props) {
  const [t, common, words] = [useTranslations('meetings'), useTranslations('common'), useTranslations('vocabulary')];
  const router = useRouter();
  const { id: decisionId, version, state, settledOn, note, confirmations } = decision;
  const defaultValues: z.input<typeof settleDecisionSchema> = { projectId, decisionId, version, state, settledOn: settledOn ?? '', note: note ?? '', confirmations };
  const form = useActionForm({
    schema: settleDecisionSchema,
    action: settleDecisionAction,
    defaultValues,
    onSuccess: () => {
      onDone();
      router.refresh();
    },
  });
  return (
    <Form form={form} className="grid gap-4" label={t('settleOf', { n: decision.number })}>
      <p className="max-h-32 overflow-y-auto whitespace-pre-line rounded-md bg-sunken px-3 py-2">{decision.text}</p>
      <SelectField name="state" label={t('decisionState')} options={decisionStates.map((value) => ({ value, label: words(`decisionStates.${value}`) }))} />
      <Outcome today={today} takenOn={takenOn} />
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>{common('cancel')}</Button>
        <Button type="submit" variant="primary" aria-disabled={form.pending || undefined}>{common('save')}</Button>
      </div>
    </Form>
  );
}

/** What the chosen state asks for. */
function Outcome({ today, takenOn }: { today: string; takenOn: string | null }) {
  const t = useTranslations('meetings');
  const state = useWatch({ name: 'state' }) as DecisionState;
  if (state === 'open') return <p className="text-soft">{t('openHint')}</p>;
  const dropped = state === 'dropped';
  return (
    <>
      <DateField name="settledOn" label={t(dropped ? 'droppedOn' : 'implementedOn')} min={takenOn ?? undefined} max={today} />
      <Guarded name="note"><TextArea name="note" label={t(dropped ? 'droppedNote' : 'implementedNote')} hint={dropped ? undefined : t('implementedNoteHint')} optional={!dropped} rows={3} max={2000} /></Guarded>
    </>
  );
}
