import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { TextLink } from '@/components/ui/link';
import { Table, Td, Th } from '@/components/ui/table';
import type { RecordParticipant, RecordSession } from '@/lib/activities/queries/people';
import { useFormat } from '@/lib/i18n/use-format';
import type { Surroundings } from './surroundings';

type Props = { caption: string; participants: RecordParticipant[]; sessions: RecordSession[]; around: Surroundings };

/** Persons × sessions: who was present when, who attended, and their scores where there are any. A single session has one plain column. */
export function ParticipantsTable({ caption, participants, sessions, around }: Props) {
  const [t, meetings] = [useTranslations('trainings'), useTranslations('meetings')];
  const format = useFormat();
  if (participants.length === 0) {
    return (
      <p className="px-4 pb-4 text-soft">
        {t('noParticipants')}. {t('noParticipantsHint')}
      </p>
    );
  }
  const scores = participants.some((row) => row.preScore !== null || row.postScore !== null);
  return (
    <Table stack caption={caption}>
      <thead>
        <tr>
          <Th className="md:sticky! md:left-0 md:z-20!">{t('person')}</Th>
          <Th>{t('institution')}</Th>
          <Th>{t('role')}</Th>
          {sessions.map((session, index) => (
            <Th key={session.id} className="text-center">
              <span className="sr-only">{t('sessionHead', { n: index + 1, date: format.date(session.date) })}</span>
              <span aria-hidden="true" className="inline-block max-w-14 leading-4 whitespace-normal">
                {sessions.length === 1 ? meetings('presence') : format.date(session.date)}
              </span>
            </Th>
          ))}
          {sessions.length > 1 && <Th>{t('attended')}</Th>}
          {scores && (
            <>
              <Th numeric>{t('before')}</Th>
              <Th numeric>{t('after')}</Th>
              <Th numeric>{t('gain')}</Th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {participants.map((row) => (
          <ParticipantRow key={row.id} row={row} sessions={sessions} scores={scores} around={around} />
        ))}
      </tbody>
    </Table>
  );
}

type RowProps = { row: RecordParticipant; sessions: RecordSession[]; scores: boolean; around: Surroundings };

function ParticipantRow({ row, sessions, scores, around }: RowProps) {
  const [t, words, meetings] = [useTranslations('trainings'), useTranslations('vocabulary'), useTranslations('meetings')];
  const format = useFormat();
  const gain = row.preScore === null || row.postScore === null ? null : row.postScore - row.preScore;
  return (
    <tr>
      <th scope="row" className="min-w-36 bg-surface md:sticky md:left-0">
        <TextLink quiet href={`/projects/${around.project.slug}/people/${row.personId}`}>
          {row.name ?? t('anonymised')}
        </TextLink>
        {row.post && <span className="block text-xs font-normal text-soft">{row.post}</span>}
      </th>
      <Td label={t('institution')} className="min-w-32">{around.institution(row.institutionId) || '–'}</Td>
      <Td inline label={t('role')} className="whitespace-nowrap">{words(`participantRoles.${row.role}`)}</Td>
      {sessions.map((session) => (
        <Presence key={session.id} label={sessions.length === 1 ? meetings('presence') : undefined} present={row.sessionIds.includes(session.id)} />
      ))}
      {sessions.length > 1 && (
        <Td inline label={t('attended')} className="tabular whitespace-nowrap">
          {row.attended ? t('yes') : t('no')} <span className="text-soft">({t('presence', { n: row.sessionIds.length, of: sessions.length })})</span>
        </Td>
      )}
      {scores && (
        <>
          <Td numeric inline label={row.preScore === null ? undefined : t('before')}>{format.number(row.preScore)}</Td>
          <Td numeric inline label={row.postScore === null ? undefined : t('after')}>{format.number(row.postScore)}</Td>
          <Td numeric inline label={gain === null ? undefined : t('gain')}>{format.points(gain)}</Td>
        </>
      )}
    </tr>
  );
}

/** Without a label it is left out of a phone's card, where `attended` says the sum. */
function Presence({ present, label }: { present: boolean; label?: string }) {
  const t = useTranslations('trainings');
  return (
    <Td inline label={label} className="sm:text-center">
      {present ? (
        <Icon name="check" className="inline-block text-good" />
      ) : (
        <span aria-hidden="true" className="text-soft">
          –
        </span>
      )}
      <span className="sr-only">{present ? t('present') : t('absent')}</span>
    </Td>
  );
}
