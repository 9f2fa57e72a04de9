'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { CheckboxGroup } from '@/components/form/choices';
import { ComboboxField } from '@/components/form/combobox-field';
import { Form, FormSection } from '@/components/form/form';
import { DateField, SelectField, TextArea } from '@/components/form/inputs';
import { Guarded } from '@/components/guard/guarded';
import { SubmitBar } from '@/components/form/submit-bar';
import { useActionForm } from '@/components/form/use-action-form';
import { ButtonLink } from '@/components/ui/button';
import { createActionPointAction } from '@/lib/action-points/actions/points';
import { createActionPointSchema } from '@/lib/action-points/schema';
import { priorities } from '@/lib/shared/vocabulary';

type Props = { path: string; projectId: string; id: string; institutions: { value: string; label: string }[] };
type Found = { id: string; name: string; institution: string; post: string | null };

/** An action point agreed outside any meeting. */
export function NewActionPointForm({ path, projectId, id, institutions }: Props) {
  const t = useTranslations('actionPoints');
  const common = useTranslations('common');
  const words = useTranslations('vocabulary');
  const router = useRouter();
  const defaultValues = { projectId, id, text: '', institutionId: '', personId: '', dueDate: '', priority: 'normal' as const, involvedIds: [], confirmations: [] };
  const form = useActionForm({ schema: createActionPointSchema, action: createActionPointAction, defaultValues, onSuccess: () => router.push(path) });
  const search = async (query: string) => {
    if (query.length < 2) return [];
    const response = await fetch(`/api/people/search?project=${projectId}&q=${encodeURIComponent(query)}`);
    if (!response.ok) return [];
    const { people } = (await response.json()) as { people: Found[] };
    return people.map((person) => ({ value: person.id, label: person.name, detail: [person.institution, person.post].filter(Boolean).join(' · ') }));
  };
  return (
    <Form form={form} label={t('add')}>
      <FormSection title={t('agreed')} columns={2}>
        <Guarded name="text" className="sm:col-span-2"><TextArea name="text" label={t('what')} rows={3} max={2000} /></Guarded>
        <SelectField name="institutionId" label={t('institution')} empty={common('notStated')} options={institutions} optional />
        <ComboboxField name="personId" label={t('person')} search={search} optional />
        <DateField name="dueDate" label={t('due')} />
        <SelectField name="priority" label={t('priority')} options={priorities.map((value) => ({ value, label: words(`priorities.${value}`) }))} />
      </FormSection>
      <FormSection title={t('involved')}>
        <CheckboxGroup name="involvedIds" label={t('involved')} hideLabel hint={t('involvedHint')} options={institutions.map(({ value, label }) => ({ value, label: label.trim() }))} optional />
      </FormSection>
      <SubmitBar label={common('save')}><ButtonLink href={path}>{common('cancel')}</ButtonLink></SubmitBar>
    </Form>
  );
}
