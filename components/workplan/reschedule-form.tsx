'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Form } from '@/components/form/form';
import { DateField, TextField } from '@/components/form/inputs';
import { useActionForm } from '@/components/form/use-action-form';
import { Button, ButtonLink } from '@/components/ui/button';
import { rescheduleAction } from '@/lib/workplan/actions';
import { rescheduleSchema } from '@/lib/workplan/schema';

type Values = { projectId: string; activityId: string; version: number; plannedStart: string; plannedEnd: string };
/** A page of its own leads back, or to where what moved is shown; in a dialog who opened it is told. */
type Props = { values: Values } & ({ back: string; moved: string } | { onCancel: () => void; onSaved: (version: number, plannedStart: string) => void });

/** Plans an activity for other days, with the reason. */
export function RescheduleForm({ values, ...rest }: Props) {
  const t = useTranslations('workplan');
  const router = useRouter();
  const form = useActionForm({
    schema: rescheduleSchema,
    action: rescheduleAction,
    defaultValues: { ...values, reason: '' },
    onSuccess: (value, sent) => ('back' in rest ? router.push(rest.moved) : rest.onSaved(value.version, sent.plannedStart)),
  });
  return (
    <Form form={form} className="grid gap-4" label={t('move')}>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <DateField name="plannedStart" label={t('start')} />
        <DateField name="plannedEnd" label={t('end')} optional />
      </div>
      <TextField name="reason" label={t('reason')} hint={t('reasonHint')} maxLength={1000} />
      <div className="flex gap-2">
        <Button type="submit" variant="primary" aria-disabled={form.pending || undefined}>{t('save')}</Button>
        {'back' in rest ? <ButtonLink href={rest.back}>{t('cancel')}</ButtonLink> : <Button onClick={rest.onCancel}>{t('cancel')}</Button>}
      </div>
    </Form>
  );
}
