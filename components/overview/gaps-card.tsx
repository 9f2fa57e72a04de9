import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/link';
import { useFormat } from '@/lib/i18n/use-format';
import type { Gaps } from '@/lib/indicators/queries/desk';
import { DeskCard } from './desk-card';

/** Where the data has holes; each line opens the list of them. */
export function GapsCard({ gaps, base }: { gaps: Gaps; base: string }) {
  const [t, projects] = [useTranslations('overview'), useTranslations('projects.overview')];
  const lines = [
    { key: 'lacks', n: gaps.lacksEvidence, text: projects('lacks', { n: gaps.lacksEvidence }), hint: projects('lacksHint'), href: `${base}/activities?lacks=evidence`, icon: 'file' as const },
    { key: 'stale', n: gaps.stale, text: t('stale', { n: gaps.stale }), href: `${base}/activities?stale=1`, icon: 'edit' as const },
    { key: 'scores', n: gaps.lacksScores, text: t('scores', { n: gaps.lacksScores }), hint: t('scoresHint'), href: `${base}/activities?lacks=scores`, icon: 'training' as const },
    { key: 'unchecked', n: gaps.unchecked, text: t('unchecked', { n: gaps.unchecked }), href: `${base}/equipment?handed=yes&state=unchecked`, icon: 'box' as const },
    { key: 'readings', n: gaps.readingsDue, text: t('readings', { n: gaps.readingsDue }), href: '#readings-due', icon: 'indicator' as const },
  ];
  return (
    <DeskCard title={t('gaps')} id="gaps" description={t('gapsHint')} lines={lines}>
      {gaps.readings.length > 0 && <ReadingsDue gaps={gaps} base={base} />}
    </DeskCard>
  );
}

function ReadingsDue({ gaps, base }: { gaps: Gaps; base: string }) {
  const t = useTranslations('overview');
  const format = useFormat();
  return (
    <div className="mt-3 border-t border-line pt-3">
      <h3 id="readings-due" className="mb-1 text-xs text-soft">{t('readingsList')}</h3>
      <ul className="grid gap-1">
        {gaps.readings.map(({ code, periodId, period, dueDate }) => (
          <li key={code + periodId}>
            <TextLink href={`${base}/indicators/${encodeURIComponent(code)}/readings/${periodId}`}>{t('readingDue', { code, period })}</TextLink>
            {dueDate && <span className="tabular text-xs text-soft"> {t('dueOn', { date: format.date(dueDate) })}</span>}
          </li>
        ))}
      </ul>
      {gaps.readingsDue > gaps.readings.length && <p className="text-xs"><TextLink href={`${base}/indicators/readings`}>{t('more', { n: gaps.readingsDue - gaps.readings.length })}</TextLink></p>}
    </div>
  );
}
