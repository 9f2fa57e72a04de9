'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Form } from '@/components/form/form';
import { TextField } from '@/components/form/inputs';
import { Repeat } from '@/components/form/repeat';
import { SaveNote } from '@/components/form/submit-bar';
import { useActionForm } from '@/components/form/use-action-form';
import { Button } from '@/components/ui/button';
import { saveQuestionnaireItemsAction } from '@/lib/learning/actions';
import { questionnaireItemsSchema } from '@/lib/learning/schema';
import { newId } from '@/lib/shared/ids';

/** Statements to add, reword and take out; each in both languages. */
export function ItemsForm({ projectId, items }: { projectId: string; items: { id: string; textEn: string; textCnr: string }[] }) {
  const [t, common] = [useTranslations('learning.items'), useTranslations('common')];
  const router = useRouter();
  const form = useActionForm({ schema: questionnaireItemsSchema, action: saveQuestionnaireItemsAction, defaultValues: { projectId, items }, onSuccess: () => router.refresh() });
  return (
    <Form form={form} className="grid gap-5" label={t('title')}>
      <Repeat name="items" label={t('title')} itemLabel={(n) => t('item', { n })} addLabel={t('add')} make={() => ({ id: newId(), textEn: '', textCnr: '' })} min={1} max={20}>
        {({ index }) => (
          <div className="grid gap-3 sm:grid-cols-2">
            <TextField name={`items.${index}.textEn`} label={t('en')} maxLength={300} lang="en" />
            <TextField name={`items.${index}.textCnr`} label={t('cnr')} maxLength={300} lang="sr-Latn-ME" />
          </div>
        )}
      </Repeat>
      <div className="flex items-center gap-3">
        <Button type="submit" variant="primary" aria-disabled={form.pending || undefined}>
          {common('save')}
        </Button>
        <SaveNote />
      </div>
    </Form>
  );
}
