import { useTranslations } from 'next-intl';
import { ParticipantsTable } from '@/components/activities/record/participants';
import { HeadcountTable, PeopleSum } from '@/components/activities/record/people-sums';
import type { SummaryProps } from '@/components/activities/record/surroundings';
import { Badge } from '@/components/ui/badge';
import { DescriptionList } from '@/components/ui/facts';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import type { RecordOf } from '@/lib/activities/queries/record';
import { Messages } from '@/lib/i18n/client';
import { useFormat } from '@/lib/i18n/use-format';
import { AgreedPoints, CarriedOver } from './agreed-points';
import { Expected } from './expected';
import { DecisionOutcome } from './decision-outcome';
import { MinutesComments } from './minutes-comments';
import { MeetingPapers } from './papers';
import { SettleButton } from './settle-button';

/** What only a meeting has: agenda, who came, decisions, what was agreed to do, and the minutes. */
export function MeetingSummary({ record, around }: SummaryProps<'meeting'>) {
  const t = useTranslations('trainings');
  return (
    <>
      <MeetingFacts record={record} />
      <MeetingPapers record={record} around={around} />
      <Series record={record} around={around} />
      <Agenda record={record} />
      <CarriedOver record={record} around={around} />
      <Card flush id="attendees" title={t('attendees')} action={<SheetLink record={record} around={around} />}>
        <PeopleSum people={record} />
        <ParticipantsTable caption={t('attendees')} participants={record.participants} sessions={record.sessions.slice(0, 1)} around={around} />
      </Card>
      {record.headcounts.length > 0 && (
        <Card flush id="unnamed" title={t('unnamed')} description={t('unnamedHint')}>
          <HeadcountTable headcounts={record.headcounts} around={around} />
        </Card>
      )}
      <Expected record={record} around={around} />
      <Decisions record={record} around={around} />
      <AgreedPoints points={record.detail.actionPoints} around={around} />
      <Minutes record={record} />
      <MinutesComments record={record} around={around} />
    </>
  );
}

function SheetLink({ record, around }: SummaryProps<'meeting'>) {
  const t = useTranslations('sheets');
  const [session] = record.sessions;
  return session && <TextLink href={`/projects/${around.project.slug}/activities/${record.reference}/sheet/${session.id}`}>{t('open')}</TextLink>;
}

function MeetingFacts({ record }: { record: RecordOf<'meeting'> }) {
  const [t, words] = [useTranslations('meetings'), useTranslations('vocabulary')];
  const format = useFormat();
  const { type, nextDate, startTime, endTime } = record.detail;
  return (
    <Card id="meeting" title={t('title')}>
      <DescriptionList
        columns={3}
        items={[
          { label: t('type'), value: type && words(`meetingTypes.${type}`) },
          { label: t('time'), value: startTime && (endTime ? t('timeRange', { from: startTime, to: endTime }) : startTime) },
          { label: t('nextDate'), value: nextDate && format.date(nextDate) },
        ]}
      />
    </Card>
  );
}

// The other meetings of the series, in the order of their days.
function Series({ record, around }: SummaryProps<'meeting'>) {
  const t = useTranslations('meetings');
  const format = useFormat();
  const { series } = record.detail;
  if (series.length === 0) return null;
  return (
    <Card id="series" title={t('series')}>
      <ol className="list-decimal space-y-1 pl-5">
        {series.map(({ reference, title, onDate }) => (
          <li key={reference}>
            {reference === record.reference ? <strong>{t('thisMeeting', { reference })}</strong> : <TextLink href={`/projects/${around.project.slug}/activities/${reference}`}>{`${reference} ${title}`}</TextLink>}
            {onDate && <span className="tabular text-soft"> {format.date(onDate)}</span>}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Agenda({ record }: { record: RecordOf<'meeting'> }) {
  const t = useTranslations('meetings');
  return (
    <Card id="agenda" title={t('agenda')}>
      {record.detail.agenda.length === 0 && (
        <p className="text-soft">
          {t('noAgenda')}. {t('noAgendaHint')}
        </p>
      )}
      <ol className="list-decimal space-y-2 pl-5">
        {record.detail.agenda.map((item) => (
          <li key={item.id}>
            {item.startsAt && <span className="tabular mr-2 text-soft">{item.startsAt}</span>}
            {item.title}
            {item.restricted && <span className="ml-2"><Badge tone="warn" icon="lock">{t('itemRestricted')}</Badge></span>}
            {item.presenter && <span className="block text-xs text-soft">{t('presenter', { name: item.presenter })}</span>}
            {item.notes && <span className="mt-0.5 block max-w-prose whitespace-pre-line break-words">{item.notes}</span>}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function UnderItem({ record, itemId }: { record: RecordOf<'meeting'>; itemId: string | null }) {
  const t = useTranslations('meetings');
  const index = record.detail.agenda.findIndex((item) => item.id === itemId);
  return index >= 0 && <span className="text-xs text-soft">{t('underItem', { n: index + 1 })}</span>;
}

function Decisions({ record, around }: SummaryProps<'meeting'>) {
  const t = useTranslations('meetings');
  const mayWrite = around.mayWrite && record.reviewState !== 'withdrawn';
  return (
    <Card id="decisions" title={t('decisions')} action={<TextLink href={`/projects/${around.project.slug}/decisions`}>{t('allDecisionsLink')}</TextLink>}>
      {record.detail.decisions.length === 0 && <p className="text-soft">{t('noDecisions')}</p>}
      <Messages namespaces={['meetings', 'guard', 'forms', 'errors', 'vocabulary', 'common']}>
        <ol className="space-y-3">
          {record.detail.decisions.map((decision) => (
            <li key={decision.id} className="flex items-start gap-2">
              <span className="tabular shrink-0 text-soft">{t('decisionNumber', { n: decision.number })}</span>
              <div className="grid min-w-0 flex-1 gap-1">
                <span className="whitespace-pre-line break-words">{decision.text}</span>
                <UnderItem record={record} itemId={decision.agendaItemId} />
                <DecisionOutcome decision={decision} />
              </div>
              {mayWrite && <SettleButton key={decision.version} projectId={around.project.id} today={around.project.today} takenOn={record.actualEnd ?? record.actualStart} decision={decision} />}
            </li>
          ))}
        </ol>
      </Messages>
    </Card>
  );
}

function Minutes({ record }: { record: RecordOf<'meeting'> }) {
  const t = useTranslations('meetings');
  const { minutes, restricted } = record.detail;
  return (
    <Card
      id="minutes"
      title={t('minutes')}
      description={restricted ? t('restrictedHint') : undefined}
      action={
        restricted && (
          <Badge tone="warn" icon="lock">
            {t('restricted')}
          </Badge>
        )
      }
    >
      {minutes ? <p className="max-w-prose whitespace-pre-line">{minutes}</p> : <p className="text-soft">{t('noMinutes')}</p>}
    </Card>
  );
}
