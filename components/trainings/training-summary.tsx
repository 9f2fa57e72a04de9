import { useTranslations } from 'next-intl';
import { ParticipantsTable } from '@/components/activities/record/participants';
import { HeadcountTable, PeopleSum } from '@/components/activities/record/people-sums';
import type { SummaryProps } from '@/components/activities/record/surroundings';
import { Pill } from '@/components/ui/badge';
import { DescriptionList } from '@/components/ui/facts';
import { Card } from '@/components/ui/page';
import type { RecordOf } from '@/lib/activities/queries/record';
import { useFormat } from '@/lib/i18n/use-format';
import { FollowUps } from './follow-ups';

/** What only a training has: its kind, sessions, people with attendance and scores, and what came of it months later. */
export function TrainingSummary({ record, around }: SummaryProps<'training'>) {
  const t = useTranslations('trainings');
  const format = useFormat();
  const threshold = format.percent(Number(around.project.attendanceThreshold));
  return (
    <>
      <TrainingFacts record={record} />
      <Sessions record={record} />
      <Card flush id="participants" title={t('participants')} description={record.sessions.length > 1 ? t('attendedRule', { threshold }) : undefined}>
        <PeopleSum people={record} />
        <GainLine gain={record.gain} />
        <ParticipantsTable caption={t('participants')} participants={record.participants} sessions={record.sessions} around={around} />
      </Card>
      {record.headcounts.length > 0 && (
        <Card flush id="unnamed" title={t('unnamed')} description={t('unnamedHint')}>
          <HeadcountTable headcounts={record.headcounts} around={around} />
        </Card>
      )}
      <FollowUps record={record} around={around} />
    </>
  );
}

function TrainingFacts({ record }: { record: RecordOf<'training'> }) {
  const [t, words] = [useTranslations('trainings'), useTranslations('vocabulary')];
  const format = useFormat();
  const { type, method, language, passMark, topics } = record.detail;
  const items = [
    { label: t('type'), value: type && words(`trainingTypes.${type}`) },
    { label: t('method'), value: method && words(`trainingMethods.${method}`) },
    { label: t('language'), value: language },
    ...(passMark === null ? [] : [{ label: t('passMark'), value: format.number(passMark) }]),
    {
      label: t('topics'),
      value: topics.length > 0 && (
        <span className="flex flex-wrap gap-1">
          {topics.map((topic) => (
            <Pill key={topic}>{topic}</Pill>
          ))}
        </span>
      ),
    },
  ];
  return (
    <Card id="training" title={t('title')}>
      <DescriptionList columns={3} items={items.map(({ label, value }) => ({ label, value: value || null }))} />
    </Card>
  );
}

function Sessions({ record }: { record: RecordOf<'training'> }) {
  const t = useTranslations('trainings');
  const format = useFormat();
  const hours = record.sessions.reduce((sum, session) => sum + (session.hours ?? 0), 0);
  return (
    <Card id="sessions" title={t('sessions')} action={hours > 0 && <span className="tabular text-soft">{t('hoursTotal', { n: format.number(hours) })}</span>}>
      {record.sessions.length === 0 && (
        <p className="text-soft">
          {t('noSessions')}. {t('noSessionsHint')}
        </p>
      )}
      <ol className="divide-y divide-line">
        {record.sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap gap-x-4 gap-y-0.5 py-2 first:pt-0 last:pb-0">
            <span className="tabular w-28 whitespace-nowrap">{format.date(session.date)}</span>
            <span className="min-w-48 flex-1">{session.topic ?? '–'}</span>
            {session.hours !== null && <span className="tabular text-soft">{format.number(session.hours)} h</span>}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function GainLine({ gain }: { gain: RecordOf<'training'>['gain'] }) {
  const t = useTranslations('trainings');
  const format = useFormat();
  if (gain.present === 0) return null;
  const { mean, tested, present } = gain;
  return (
    <p className="tabular -mt-2 px-4 pb-3">
      {mean === null ? t('gainNone', { tested, present }) : t('gainLine', { gain: format.points(mean), tested, present })}
    </p>
  );
}
