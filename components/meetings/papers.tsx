import { useTranslations } from 'next-intl';
import type { SummaryProps } from '@/components/activities/record/surroundings';
import { Card } from '@/components/ui/page';

/** Agenda, minutes and invitation to take away, for circulation and for inside. Plain links: a file is no page of the app. */
export function MeetingPapers({ record, around }: SummaryProps<'meeting'>) {
  const t = useTranslations('meetings');
  const base = `/projects/${around.project.slug}/activities/${record.reference}`;
  const { restricted, agenda } = record.detail;
  const hasDay = record.actualStart !== null || record.plannedStart !== null;
  const called = record.implementation === 'cancelled' || record.implementation === 'postponed' || record.reviewState === 'withdrawn';
  const held = record.implementation === 'completed' || record.detail.minutes !== null;
  const kinds = held ? (['agenda', 'minutes'] as const) : (['agenda'] as const);
  const rows = [...(restricted ? [] : (['outside'] as const)), 'inside' as const];
  const file = (kind: 'agenda' | 'minutes', format: 'pdf' | 'docx', audience: 'outside' | 'inside') => {
    const label = t('paper.file', { kind: t(`paper.${kind}`), format: format.toUpperCase() });
    return (
      <a key={`${kind}${format}`} className="link inline-flex min-h-6 items-center" href={`${base}/papers/${kind}.${format}${audience === 'inside' ? '?for=inside' : ''}`} target="_blank" rel="noopener">
        {label}<span className="sr-only">{` ${t(`paper.for.${audience}`)}`}</span>
      </a>
    );
  };
  return (
    <Card id="papers" title={t('papers')} description={t(restricted ? 'papersRestricted' : agenda.some((item) => item.restricted) ? 'papersPartly' : 'papersHint')}>
      <dl className="grid gap-x-4 gap-y-2 sm:grid-cols-[10rem_1fr]">
        {rows.map((audience) => (
          <div key={audience} className="contents">
            <dt className="text-soft">{t(`paper.for.${audience}`)}</dt>
            <dd className="flex flex-wrap gap-x-4 gap-y-1">{kinds.flatMap((kind) => [file(kind, 'pdf', audience), file(kind, 'docx', audience)])}</dd>
          </div>
        ))}
        {hasDay && (
          <div className="contents">
            <dt className="text-soft">{t('invitation')}</dt>
            <dd><a className="link inline-flex min-h-6 items-center" href={`${base}/invitation.ics`}>{t(called ? 'invitationCancelled' : 'invitationFile')}</a></dd>
          </div>
        )}
      </dl>
    </Card>
  );
}
