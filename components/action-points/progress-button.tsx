'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { z } from 'zod';
import { Form } from '@/components/form/form';
import { DateField, SelectField, TextArea } from '@/components/form/inputs';
import { useActionForm } from '@/components/form/use-action-form';
import { Guarded } from '@/components/guard/guarded';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { progressActionPointAction } from '@/lib/action-points/actions/points';
import { progressActionPointSchema } from '@/lib/action-points/schema';
import type { Confirmation } from '@/lib/guard/schema';
import type { ActionPointStatus } from '@/lib/shared/vocabulary';

export type ProgressPoint = { id: string; version: number; number: number; text: string; status: ActionPointStatus; dueDate: string | null; outcome: string | null; confirmations: Confirmation[]; agreedOn: string | null };
type Props = { projectId: string; today: string; point: ProgressPoint; steps: ActionPointStatus[] };

/** Opens the form in which an action point moves on. */
export function ProgressButton(props: Props) {
  const t = useTranslations('actionPoints');
  const common = useTranslations('common');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)} aria-label={t('progressOf', { n: props.point.number })}>{t('progress')}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('progressOf', { n: props.point.number })} closeLabel={common('close')}>
        <ProgressForm {...props} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function ProgressForm({ projectId, today, point, steps, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations('actionPoints');
  const common = useTranslations('common');
  const words = useTranslations('vocabulary');
  const router = useRouter();
  const values: z.input<typeof progressActionPointSchema> = { projectId, actionPointId: point.id, version: point.version, status: steps[0] ?? point.status, doneOn: '', outcome: point.outcome ?? '', dropReason: '', dueDate: point.dueDate ?? '', confirmations: point.confirmations };
  const form = useActionForm({
    schema: progressActionPointSchema,
    action: progressActionPointAction,
    defaultValues: values,
    onSuccess: () => {
      onDone();
      router.refresh();
    },
  });
  return (
    <Form form={form} className="grid gap-4" label={t('progressOf', { n: point.number })}>
      <p className="max-h-32 overflow-y-auto rounded-md bg-sunken px-3 py-2">{point.text}</p>
      <SelectField name="status" label={t('newStatus')} options={steps.map((value) => ({ value, label: words(`actionPointStatuses.${value}`) }))} />
      <StepFields today={today} agreedOn={point.agreedOn} />
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>{common('cancel')}</Button>
        <Button type="submit" variant="primary" aria-disabled={form.pending || undefined}>{common('save')}</Button>
      </div>
    </Form>
  );
}

/** What the chosen state asks for. */
function StepFields({ today, agreedOn }: { today: string; agreedOn: string | null }) {
  const t = useTranslations('actionPoints');
  const status = useWatch({ name: 'status' }) as ActionPointStatus;
  if (status === 'done') {
    return (
      <>
        <DateField name="doneOn" label={t('doneOn')} min={agreedOn ?? undefined} max={today} />
        <Guarded name="outcome"><TextArea name="outcome" label={t('outcome')} hint={t('outcomeHint')} rows={3} max={2000} /></Guarded>
      </>
    );
  }
  if (status === 'dropped') return <Guarded name="dropReason"><TextArea name="dropReason" label={t('dropReason')} rows={3} max={2000} /></Guarded>;
  if (status === 'verified') return <p className="text-soft">{t('verifyHint')}</p>;
  return (
    <>
      <DateField name="dueDate" label={t('due')} hint={t('dueHint')} min={agreedOn ?? undefined} />
      <Guarded name="outcome"><TextArea name="outcome" label={t('soFar')} optional rows={3} max={2000} /></Guarded>
    </>
  );
}
