import { getTranslations } from 'next-intl/server';
import { IndicatorTable } from '@/components/indicators/indicator-table';
import { Banner } from '@/components/ui/feedback';
import { Card, Section } from '@/components/ui/page';
import { getFormat } from '@/lib/i18n/server';
import type { Desk, MonthOfActivities } from '@/lib/indicators/queries/desk';
import type { IndicatorFigure } from '@/lib/indicators/queries/figures';
import type { Headline } from '@/lib/indicators/queries/headline';
import { dateIn } from '@/lib/shared/dates';
import type { ResultNode } from '@/lib/results/queries';
import { DeskCard } from './desk-card';
import { HeadlineFigures } from './headline-figures';
import { MonthsCard } from './months-card';
import { StateSummary } from './state-summary';

type Props = {
  project: { slug: string; timeZone: string; suppressionMinimum: number };
  /** may records be opened, or are these aggregates for a donor? */
  records: boolean;
  headline: Headline;
  results: ResultNode[];
  indicators: IndicatorFigure[];
  desk: Desk;
  months: MonthOfActivities[];
};

/** The morning page of a project: are outcomes reached, who was trained, what waits. */
export async function ProjectOverview({ project, records, headline, results, indicators, desk, months }: Props) {
  const [t, common, format] = await Promise.all([getTranslations('projects'), getTranslations('common'), getFormat()]);
  const base = `/projects/${project.slug}`;
  const open = records ? base : null;
  const behind = indicators.filter((indicator) => indicator.state === 'off_track').length;
  const oldest = desk.oldest && t('overview.oldest', { date: format.date(dateIn(project.timeZone, desk.oldest)) });
  const lines = [
    { key: 'waiting', n: desk.waiting, text: t('overview.waiting', { n: desk.waiting }), hint: oldest ?? undefined, href: `${base}/review`, icon: 'clock' as const },
    { key: 'lacks', n: desk.lacksEvidence, text: t('overview.lacks', { n: desk.lacksEvidence }), hint: t('overview.lacksHint'), href: `${base}/activities?lacks=evidence`, icon: 'file' as const },
    { key: 'points', n: headline.actionPoints.overdue, text: t('overview.points', { n: headline.actionPoints.overdue }), href: `${base}/action-points?status=overdue`, icon: 'flag' as const },
    { key: 'behind', n: behind, text: t('overview.behind', { n: behind }), href: `${base}/indicators?state=off_track`, icon: 'warning' as const },
  ];
  return (
    <>
      <Section title={t('overview.figures')} id="figures" action={headline.asOf && <span className="text-xs text-soft">{common('asOf', { date: format.date(headline.asOf) })}</span>}>
        {headline.asOf === null && <div className="mb-3"><Banner>{t('notComputed')}</Banner></div>}
        <HeadlineFigures headline={headline} base={open} minimum={project.suppressionMinimum} />
      </Section>
      <div className={`mb-8 grid items-start gap-3 ${records ? 'lg:grid-cols-[1fr_2fr]' : 'max-w-3xl'}`}>
        {records && <DeskCard lines={lines} />}
        <MonthsCard months={months} base={open} />
      </div>
      <Card title={t('overview.indicators')} id="indicators" action={<StateSummary indicators={indicators} base={base} />} flush>
        <IndicatorTable results={results} indicators={indicators} base={base} caption={t('overview.indicators')} />
      </Card>
    </>
  );
}
