import { useTranslations } from 'next-intl';
import { ParticipantsTable } from '@/components/activities/record/participants';
import { HeadcountTable, PeopleSum } from '@/components/activities/record/people-sums';
import type { SummaryProps } from '@/components/activities/record/surroundings';
import { Levels } from '@/components/learning/levels';
import { SatisfactionCard } from '@/components/learning/satisfaction-card';
import { TestsCard } from '@/components/learning/tests-card';
import { AgreedPoints } from '@/components/meetings/agreed-points';
import { Badge, Pill } from '@/components/ui/badge';
import { DescriptionList } from '@/components/ui/facts';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import type { RecordOf } from '@/lib/activities/queries/record';
import { useFormat } from '@/lib/i18n/use-format';
import { pairedGain } from '@/lib/learning/rules/gain';
import { FollowUps } from './follow-ups';

/** What only a training has: its kind, sessions, people with attendance and scores, and what came of it months later. */
export function TrainingSummary({ record, around }: SummaryProps<'training'>) {
  const t = useTranslations('trainings');
  const format = useFormat();
  const threshold = format.percent(Number(around.project.attendanceThreshold));
  const tested = record.participants.filter((row) => row.counts);
  const gain = pairedGain(tested);
  return (
    <>
      <TrainingFacts record={record} />
      <Sessions record={record} around={around} />
      {around.learning && <Levels record={record} around={around} learning={around.learning} gain={gain} />}
      <Card flush id="participants" title={t('participants')} action={<CertificatesLink record={record} around={around} />} description={record.sessions.length > 1 ? t('attendedRule', { threshold }) : undefined}>
        <PeopleSum people={record} />
        <ParticipantsTable caption={t('participants')} participants={record.participants} sessions={record.sessions} around={around} />
      </Card>
      {record.headcounts.length > 0 && (
        <Card flush id="unnamed" title={t('unnamed')} description={t('unnamedHint')}>
          <HeadcountTable headcounts={record.headcounts} around={around} />
        </Card>
      )}
      <AgreedPoints points={record.detail.actionPoints} around={around} add={around.mayWrite && record.reviewState !== 'withdrawn' ? `/projects/${around.project.slug}/action-points/new?from=${record.reference}` : undefined} />
      {around.learning && (
        <>
          <TestsCard rows={tested} gain={gain} />
          <SatisfactionCard satisfaction={around.learning.satisfaction} href={`/projects/${around.project.slug}/activities/${record.reference}/questionnaire`} />
          <FollowUps record={record} around={around} followUps={around.learning.followUps} />
        </>
      )}
    </>
  );
}

function CertificatesLink({ record, around }: SummaryProps<'training'>) {
  const t = useTranslations('certificates');
  return record.participants.length > 0 && <TextLink href={`/projects/${around.project.slug}/activities/${record.reference}/certificates`}>{t('link')}</TextLink>;
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

function Sessions({ record, around }: SummaryProps<'training'>) {
  const [t, sheets] = [useTranslations('trainings'), useTranslations('sheets')];
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
        {record.sessions.map((session, index) => (
          <li key={session.id} className="flex flex-wrap gap-x-4 gap-y-0.5 py-2 first:pt-0 last:pb-0">
            <span className="tabular w-28 whitespace-nowrap">{format.date(session.date)}</span>
            <span className="min-w-48 flex-1">{session.topic ?? '–'}</span>
            {session.hours !== null && <span className="tabular text-soft">{format.number(session.hours)} h</span>}
            <TextLink href={`/projects/${around.project.slug}/activities/${record.reference}/sheet/${session.id}`} aria-label={sheets('openNamed', { n: index + 1 })}>
              {sheets('open')}
              {session.sheet && <Badge tone="warn" icon="warning">{sheets('differs', { n: session.sheet.signedNotPresent.length + session.sheet.presentNotSigned.length })}</Badge>}
            </TextLink>
          </li>
        ))}
      </ol>
    </Card>
  );
}
