'use client';
import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { Guarded } from '@/components/guard/guarded';
import { CheckboxField } from '@/components/form/choices';
import { FormSection } from '@/components/form/form';
import { DateField, SelectField, TextArea, TextField } from '@/components/form/inputs';
import { Repeat } from '@/components/form/repeat';
import { newId } from '@/lib/shared/ids';
import { meetingTypes, priorities } from '@/lib/shared/vocabulary';
import { useSurroundings } from './context';
import { HeadcountsSection } from './headcounts';
import type { KindFields } from './kind-fields';
import { ParticipantsSection } from './participants/section';

function Basics() {
  const t = useTranslations('activityForm');
  const words = useTranslations('vocabulary');
  return <SelectField name="detail.type" label={t('meetingType')} empty={t('choose')} options={meetingTypes.map((value) => ({ value, label: words(`meetingTypes.${value}`) }))} className="max-w-md" />;
}

function Sections() {
  const t = useTranslations('activityForm');
  return (
    <>
      <FormSection title={t('agenda')}>
        <Repeat name="detail.agenda" label={t('agenda')} itemLabel={(n) => t('agendaItem', { n })} addLabel={t('addAgendaItem')} make={() => ({ id: newId(), title: '', presenter: '' })} max={100}>
          {({ index }) => (
            <div className="grid items-start gap-4 sm:grid-cols-[1fr_16rem]">
              <Guarded name={`detail.agenda.${index}.title`}><TextField name={`detail.agenda.${index}.title`} label={t('agendaTitle')} maxLength={300} /></Guarded>
              <TextField name={`detail.agenda.${index}.presenter`} label={t('presenter')} optional maxLength={200} />
            </div>
          )}
        </Repeat>
      </FormSection>
      <ParticipantsSection scores={false} title={t('attendees')} hint={t('attendeesHint')} />
      <HeadcountsSection />
      <FormSection title={t('minutes')} description={t('minutesHint')}>
        <Guarded name="detail.minutes"><TextArea name="detail.minutes" label={t('minutesText')} optional rows={6} max={20000} /></Guarded>
        <CheckboxField name="detail.restricted" label={t('restricted')} hint={t('restrictedHint')} />
      </FormSection>
      <FormSection title={t('decisions')}>
        <Repeat name="detail.decisions" label={t('decisions')} itemLabel={(n) => t('decision', { n })} addLabel={t('addDecision')} make={() => ({ id: newId(), text: '' })} max={100}>
          {({ index }) => <Guarded name={`detail.decisions.${index}.text`}><TextArea name={`detail.decisions.${index}.text`} label={t('decisionText')} rows={2} max={2000} /></Guarded>}
        </Repeat>
      </FormSection>
      <ActionPointsSection />
    </>
  );
}

function ActionPointsSection() {
  const t = useTranslations('activityForm');
  const words = useTranslations('vocabulary');
  const { institutions } = useSurroundings();
  const make = () => ({ id: newId(), text: '', institutionId: '', personId: '', dueDate: '', priority: 'normal' });
  return (
    <FormSection title={t('actionPoints')} description={t('actionPointsHint')}>
      <Repeat name="detail.actionPoints" label={t('actionPoints')} itemLabel={(n) => t('actionPoint', { n })} addLabel={t('addActionPoint')} make={make} max={100}>
        {({ index }) => (
          <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-[1fr_12rem_10rem]">
            <Guarded name={`detail.actionPoints.${index}.text`} className="sm:col-span-2 lg:col-span-3"><TextArea name={`detail.actionPoints.${index}.text`} label={t('actionPointText')} rows={2} max={2000} /></Guarded>
            <SelectField name={`detail.actionPoints.${index}.institutionId`} label={t('responsibleInstitution')} empty={t('choose')} options={institutions} />
            <DateField name={`detail.actionPoints.${index}.dueDate`} label={t('dueDate')} />
            <SelectField name={`detail.actionPoints.${index}.priority`} label={t('priority')} options={priorities.map((value) => ({ value, label: words(`priorities.${value}`) }))} />
            <ResponsiblePerson index={index} />
          </div>
        )}
      </Repeat>
      <DateField name="detail.nextDate" label={t('nextDate')} optional />
    </FormSection>
  );
}

const nameOf = (person?: { givenName: string; familyName: string }) => (person ? `${person.givenName} ${person.familyName}` : '');

// The responsible person is one of the attendees: a list, not another search.
function ResponsiblePerson({ index }: { index: number }) {
  const t = useTranslations('activityForm');
  const { people } = useSurroundings();
  const rows = useWatch({ name: 'participants' }) as { personId: string; person: { givenName: string; familyName: string } | null }[];
  const named = rows.map((row) => ({ value: row.personId, label: nameOf(row.person ?? people[row.personId]) }));
  const options = named.filter((row) => row.label.trim() !== '');
  return <SelectField name={`detail.actionPoints.${index}.personId`} label={t('responsiblePerson')} hint={t('responsiblePersonHint')} optional empty={t('notStated')} options={options} />;
}

export const meetingFields: KindFields = { Basics, Sections };
