'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Form, FormSection } from '@/components/form/form';
import { type Choice, SelectField, TextArea } from '@/components/form/inputs';
import { useActionForm } from '@/components/form/use-action-form';
import { Button, ButtonLink } from '@/components/ui/button';
import { saveResultAction } from '@/lib/results/actions';
import { type SaveResultForm, saveResultSchema } from '@/lib/results/schema';

type Props = { values: SaveResultForm; /** what the form is called: by the donor's word for its level */ title: string; /** results it may stand under */ parents: Choice[]; back: string };

/** Adds or changes one result where it stands in the matrix. */
export function ResultForm({ values, title, parents, back }: Props) {
  const t = useTranslations('results.edit');
  const router = useRouter();
  const { id, version, level } = values;
  const form = useActionForm({ schema: saveResultSchema, action: saveResultAction, defaultValues: values, recordId: id, version, onSuccess: () => router.push(back) });
  return (
    <Form form={form} label={title} className="grid gap-4 py-2">
      <FormSection title={title}>
        {level === 'output' && <SelectField name="parentId" label={t('parent')} empty="" options={parents} />}
        <TextArea name="statement" label={t('statement')} rows={3} max={2000} />
        <TextArea name="assumptions" label={t('assumptions')} hint={t('assumptionsHint')} rows={2} max={2000} optional />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" aria-disabled={form.pending || undefined}>{t('save')}</Button>
          <ButtonLink variant="ghost" href={back}>{t('cancel')}</ButtonLink>
        </div>
      </FormSection>
    </Form>
  );
}
