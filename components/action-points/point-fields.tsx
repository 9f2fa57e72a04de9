'use client';
import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { CheckboxGroup } from '@/components/form/choices';
import { ComboboxField } from '@/components/form/combobox-field';
import { FormSection } from '@/components/form/form';
import { DateField, SelectField, TextArea } from '@/components/form/inputs';
import { Guarded } from '@/components/guard/guarded';
import { priorities } from '@/lib/shared/vocabulary';
import { OffProject } from './off-project';

export type PointChoices = { options: { value: string; label: string }[]; /** those that the project does not list */ off: string[]; mayAdd: boolean };
type Props = { projectId: string; institutions: PointChoices; /** the name of the person the form starts with */ person?: string; onPerson?: (id: string, name: string) => void };
type Found = { id: string; name: string; institution: string; post: string | null };

/** What was agreed outside a meeting: words, who owes it, by when, and who else takes part. */
export function PointFields({ projectId, institutions, person, onPerson }: Props) {
  const [t, common, words] = [useTranslations('actionPoints'), useTranslations('common'), useTranslations('vocabulary')];
  const search = async (query: string) => {
    if (query.length < 2) return [];
    const response = await fetch(`/api/people/search?project=${projectId}&q=${encodeURIComponent(query)}`);
    if (!response.ok) return [];
    const { people } = (await response.json()) as { people: Found[] };
    return people.map((one) => ({ value: one.id, label: one.name, detail: [one.institution, one.post].filter(Boolean).join(' · ') }));
  };
  return (
    <>
      <FormSection title={t('agreed')} columns={2}>
        <Guarded name="text" className="sm:col-span-2"><TextArea name="text" label={t('what')} rows={3} max={2000} /></Guarded>
        <SelectField name="institutionId" label={t('institution')} empty={common('notStated')} options={institutions.options} optional />
        <ComboboxField name="personId" label={t('person')} search={search} text={person} onPicked={(option) => option && onPerson?.(option.value, option.label)} optional />
        <DateField name="dueDate" label={t('due')} />
        <SelectField name="priority" label={t('priority')} options={priorities.map((value) => ({ value, label: words(`priorities.${value}`) }))} />
        <Offer projectId={projectId} institutions={institutions} />
      </FormSection>
      <FormSection title={t('involved')}>
        <CheckboxGroup name="involvedIds" label={t('involved')} hideLabel hint={t('involvedHint')} options={institutions.options.filter(({ value }) => !institutions.off.includes(value)).map(({ value, label }) => ({ value, label: label.trim() }))} optional />
      </FormSection>
    </>
  );
}

function Offer({ projectId, institutions }: Pick<Props, 'projectId' | 'institutions'>) {
  const institutionId = useWatch({ name: 'institutionId' }) as string;
  const option = institutions.options.find(({ value }) => value === institutionId);
  if (!option || !institutions.off.includes(institutionId)) return null;
  return <div className="sm:col-span-2"><OffProject projectId={projectId} institutionId={institutionId} name={option.label.trim().replace(/ \([^)]*\)$/, '')} mayAdd={institutions.mayAdd} /></div>;
}
