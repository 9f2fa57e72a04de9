'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { z } from 'zod';
import { Form } from '@/components/form/form';
import { NumberField, TextField } from '@/components/form/inputs';
import { SaveNote } from '@/components/form/submit-bar';
import { useActionForm } from '@/components/form/use-action-form';
import { Button } from '@/components/ui/button';
import { updateSettingsAction } from '@/lib/projects/actions';
import { projectSettingsSchema } from '@/lib/projects/schema';

/** Threshold, suppression, follow-up, checks, labels, retention and time zone; figures are computed anew when it is saved. */
export function CountingForm({ values, minimum }: { values: z.input<typeof projectSettingsSchema>; minimum: number }) {
  const t = useTranslations('settings.counting');
  const common = useTranslations('common');
  const router = useRouter();
  const form = useActionForm({ schema: projectSettingsSchema, action: updateSettingsAction, defaultValues: values, onSuccess: () => router.refresh() });
  return (
    <Form form={form} className="grid gap-5" label={t('title')}>
      <NumberField name="attendancePercent" label={t('attendancePercent')} hint={t('attendanceHint')} unit="%" />
      <NumberField name="suppressionMinimum" label={t('suppressionMinimum')} hint={t('suppressionHint', { n: minimum })} whole />
      <NumberField name="followUpMonths" label={t('followUpMonths')} hint={t('followUpHint')} unit={t('months')} whole />
      <TextField name="checkMonths" label={t('checkMonths')} hint={t('checkHint')} maxLength={60} className="max-w-sm" />
      <TextField name="labelOwner" label={t('labelOwner')} hint={t('labelOwnerHint')} optional maxLength={200} />
      <TextField name="labelContact" label={t('labelContact')} hint={t('labelContactHint')} optional maxLength={200} />
      <NumberField name="retentionMonths" label={t('retentionMonths')} hint={t('retentionHint')} unit={t('months')} whole />
      <TextField name="timeZone" label={t('timeZone')} hint={t('timeZoneHint')} maxLength={60} className="max-w-sm" />
      <div className="flex items-center gap-3">
        <Button type="submit" variant="primary" aria-disabled={form.pending || undefined}>{common('save')}</Button>
        <SaveNote />
      </div>
    </Form>
  );
}
