'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useController } from 'react-hook-form';
import type { z } from 'zod';
import { Field } from '@/components/form/field';
import { Form, FormSection } from '@/components/form/form';
import { DateField, SelectField, TextArea, TextField } from '@/components/form/inputs';
import { useActionForm } from '@/components/form/use-action-form';
import { Button } from '@/components/ui/button';
import { recordCheckAction } from '@/lib/equipment/actions';
import { recordCheckSchema } from '@/lib/equipment/schema';
import { equipmentConditions } from '@/lib/shared/vocabulary';

type Values = z.input<typeof recordCheckSchema>;
type Props = { projectId: string; id: string; itemId: string; today: string; handedOverOn: string | null };

/** What somebody found when looking at the item. A wrong check is corrected by a later one. */
export function RecordCheckForm({ projectId, id, itemId, today, handedOverOn }: Props) {
  const t = useTranslations('equipment');
  const words = useTranslations('vocabulary');
  const router = useRouter();
  // Nothing is chosen beforehand: whether an item is in use is what the check is for.
  const blank = { projectId, id, itemId, checkedOn: today, inUse: undefined, usedBy: '', location: '', condition: '', note: '' };
  const form = useActionForm({ schema: recordCheckSchema, action: recordCheckAction, defaultValues: blank as unknown as Values, onSuccess: () => router.refresh() });
  return (
    <Form form={form} label={t('recordCheck')}>
      <FormSection title={t('recordCheck')} description={t('recordCheckHint')} columns={3}>
        <DateField name="checkedOn" label={t('checkedOn')} min={handedOverOn ?? undefined} max={today} />
        <InUseField />
        <SelectField name="condition" label={t('condition')} empty={t('choose')} options={equipmentConditions.map((value) => ({ value, label: words(`equipmentConditions.${value}`) }))} />
        <TextField name="usedBy" label={t('usedBy')} hint={t('usedByHint')} optional maxLength={200} />
        <TextField name="location" label={t('location')} optional maxLength={200} />
        <TextArea name="note" label={t('note')} optional rows={2} max={2000} />
        <div className="sm:col-span-2 lg:col-span-3"><Button type="submit" variant="primary" aria-disabled={form.pending || undefined}>{t('saveCheck')}</Button></div>
      </FormSection>
    </Form>
  );
}

function InUseField() {
  const t = useTranslations('equipment');
  const { field } = useController({ name: 'inUse' });
  return (
    <Field name="inUse" label={t('use')}>
      {(wiring) => (
        <select {...wiring} className="control" value={field.value === undefined ? '' : String(field.value)} onChange={(event) => field.onChange(event.target.value === '' ? undefined : event.target.value === 'true')} onBlur={field.onBlur}>
          <option value="">{t('choose')}</option>
          <option value="true">{t('states.in_use')}</option>
          <option value="false">{t('states.not_in_use')}</option>
        </select>
      )}
    </Field>
  );
}
