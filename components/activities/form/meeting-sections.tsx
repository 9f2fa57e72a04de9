'use client';
import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { OffProject } from '@/components/action-points/off-project';
import { Guarded } from '@/components/guard/guarded';
import { CheckboxField } from '@/components/form/choices';
import { FormSection } from '@/components/form/form';
import { DateField, NumberField, SelectField, TextArea, TextField, TimeField } from '@/components/form/inputs';
import { Repeat } from '@/components/form/repeat';
import { newId } from '@/lib/shared/ids';
import { priorities } from '@/lib/shared/vocabulary';
import { useSurroundings } from './context';
import { HeadcountsSection } from './headcounts';
import { ParticipantsSection } from './participants/section';

/** Everything that only the form of a meeting asks for: agenda, who is expected and who came, minutes, decisions and action points. */
export function MeetingSections() {
  const t = useTranslations('activityForm');
  return (
    <>
      <AgendaSection />
      <ExpectedSection />
      <ParticipantsSection scores={false} title={t('attendees')} hint={t('attendeesHint')} />
      <HeadcountsSection />
      <FormSection title={t('minutes')} description={t('minutesHint')}>
        <Guarded name="detail.minutes"><TextArea name="detail.minutes" label={t('minutesText')} optional rows={6} max={20000} /></Guarded>
        <CheckboxField name="detail.restricted" label={t('restricted')} hint={t('restrictedHint')} />
      </FormSection>
      <FormSection title={t('decisions')}>
        <Repeat name="detail.decisions" label={t('decisions')} itemLabel={(n) => t('decision', { n })} addLabel={t('addDecision')} make={() => ({ id: newId(), text: '', agendaItemId: '' })} max={100}>
          {({ index }) => (
            <div className="grid gap-4">
              <Guarded name={`detail.decisions.${index}.text`}><TextArea name={`detail.decisions.${index}.text`} label={t('decisionText')} rows={2} max={2000} /></Guarded>
              <ItemField name={`detail.decisions.${index}.agendaItemId`} />
            </div>
          )}
        </Repeat>
      </FormSection>
      <ActionPointsSection />
    </>
  );
}

function AgendaSection() {
  const t = useTranslations('activityForm');
  const make = () => ({ id: newId(), startsAt: '', title: '', presenter: '', notes: '', restricted: false });
  return (
    <FormSection title={t('agenda')} description={t('agendaHint')}>
      <div className="flex flex-wrap gap-4">
        <TimeField name="detail.startTime" label={t('startTime')} optional />
        <TimeField name="detail.endTime" label={t('endTime')} optional />
      </div>
      <Repeat name="detail.agenda" label={t('agenda')} itemLabel={(n) => t('agendaItem', { n })} addLabel={t('addAgendaItem')} make={make} max={100}>
        {({ index }) => (
          <div className="grid gap-4">
            <div className="grid items-start gap-4 sm:grid-cols-[8rem_1fr_14rem]">
              <TimeField name={`detail.agenda.${index}.startsAt`} label={t('itemTime')} optional />
              <Guarded name={`detail.agenda.${index}.title`}><TextField name={`detail.agenda.${index}.title`} label={t('agendaTitle')} maxLength={300} /></Guarded>
              <TextField name={`detail.agenda.${index}.presenter`} label={t('presenter')} optional maxLength={200} />
            </div>
            <Guarded name={`detail.agenda.${index}.notes`}><TextArea name={`detail.agenda.${index}.notes`} label={t('itemNotes')} optional rows={2} max={5000} /></Guarded>
            <CheckboxField name={`detail.agenda.${index}.restricted`} label={t('itemRestricted')} hint={t('itemRestrictedHint')} />
          </div>
        )}
      </Repeat>
    </FormSection>
  );
}

// How many each institution was asked to send; who stands on the list by name is among them.
function ExpectedSection() {
  const t = useTranslations('activityForm');
  const { institutions } = useSurroundings();
  return (
    <FormSection title={t('expected')} description={t('expectedHint')}>
      <Repeat name="detail.expected" label={t('expected')} itemLabel={(n) => t('expectedRow', { n })} addLabel={t('addExpected')} make={() => ({ institutionId: '', count: '' })} max={100}>
        {({ index }) => (
          <div className="grid items-start gap-4 sm:grid-cols-[1fr_8rem]">
            <SelectField name={`detail.expected.${index}.institutionId`} label={t('institution')} empty={t('choose')} options={institutions} />
            <NumberField name={`detail.expected.${index}.count`} label={t('expectedCount')} whole />
          </div>
        )}
      </Repeat>
    </FormSection>
  );
}

// The item of the agenda under which it was decided or agreed, out of those that have a subject by now.
function ItemField({ name }: { name: string }) {
  const t = useTranslations('activityForm');
  const agenda = (useWatch({ name: 'detail.agenda' }) ?? []) as { id: string; title: string }[];
  const options = agenda.flatMap(({ id, title }, index) => (title.trim() ? [{ value: id, label: `${index + 1}. ${title}` }] : []));
  return options.length > 0 && <SelectField name={name} label={t('underItem')} optional empty={t('noItem')} options={options} />;
}

function ActionPointsSection() {
  const t = useTranslations('activityForm');
  const words = useTranslations('vocabulary');
  const { institutions } = useSurroundings();
  const make = () => ({ id: newId(), text: '', institutionId: '', personId: '', dueDate: '', priority: 'normal', agendaItemId: '' });
  return (
    <FormSection title={t('actionPoints')} description={t('actionPointsHint')}>
      <Repeat name="detail.actionPoints" label={t('actionPoints')} itemLabel={(n) => t('actionPoint', { n })} addLabel={t('addActionPoint')} make={make} max={100}>
        {({ index }) => (
          <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-[1fr_12rem_10rem]">
            <Guarded name={`detail.actionPoints.${index}.text`} className="sm:col-span-2 lg:col-span-3"><TextArea name={`detail.actionPoints.${index}.text`} label={t('actionPointText')} rows={2} max={2000} /></Guarded>
            <SelectField name={`detail.actionPoints.${index}.institutionId`} label={t('responsibleInstitution')} empty={t('choose')} options={institutions} />
            <DateField name={`detail.actionPoints.${index}.dueDate`} label={t('dueDate')} />
            <SelectField name={`detail.actionPoints.${index}.priority`} label={t('priority')} options={priorities.map((value) => ({ value, label: words(`priorities.${value}`) }))} />
            <OffList index={index} />
            <ResponsiblePerson index={index} />
            <ItemField name={`detail.actionPoints.${index}.agendaItemId`} />
          </div>
        )}
      </Repeat>
      <DateField name="detail.nextDate" label={t('nextDate')} optional />
    </FormSection>
  );
}

// Who owes it need not be on the project's list; then it is offered to be put there.
function OffList({ index }: { index: number }) {
  const { projectId, institutions, off, mayList } = useSurroundings();
  const institutionId = useWatch({ name: `detail.actionPoints.${index}.institutionId` }) as string;
  const name = institutions.find(({ value }) => value === institutionId)?.label.trim();
  return name && off.includes(institutionId) && <div className="sm:col-span-2 lg:col-span-3"><OffProject projectId={projectId} institutionId={institutionId} name={name} mayAdd={mayList} /></div>;
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
