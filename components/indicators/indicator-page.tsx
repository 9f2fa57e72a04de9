import { getTranslations } from 'next-intl/server';
import { type AsOf, AsOfBar } from '@/components/overview/as-of-bar';
import { Pill, StatusBadge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Drawn } from '@/components/ui/drawn';
import { hrefWith } from '@/components/ui/filters';
import { Banner } from '@/components/ui/feedback';
import { Card, PageHeader } from '@/components/ui/page';
import { languageOf } from '@/lib/i18n/languages';
import { getFormat } from '@/lib/i18n/server';
import type { IndicatorDetail } from '@/lib/indicators/queries/detail';
import { combinedAs } from '@/lib/indicators/rules/figures';
import type { LevelTemplate } from '@/lib/shared/vocabulary';
import { Breakdowns } from './breakdowns';
import { KeyFigures } from './key-figures';
import { PeriodChart } from './period-chart';
import { PeriodTable } from './period-table';
import { PlanHistory } from './plan-history';
import { Readings } from './readings';
import { ContributingRecords } from './records';
import { ReferenceSheet } from './reference-sheet';
import { unitName, valueFormat } from './value';

type Props = {
  project: { id: string; slug: string; projectsId: string; today: string; startDate: string | null; endDate: string | null; timeZone: string; suppressionMinimum: number; levelTemplate: LevelTemplate };
  /** share of sessions that counts as attended, on the day that is shown */
  threshold: number;
  detail: IndicatorDetail;
  /** null: today */
  asOf: AsOf | null;
  viewerId: string;
  may: { write: boolean; approve: boolean };
  maxMb: number;
};

/** Everything about one indicator: where it stands, how it came there, who is behind it, and by which rule. */
export async function IndicatorPage({ project, threshold, detail, asOf, viewerId, may, maxMb }: Props) {
  const [t, nav, words, format] = await Promise.all([getTranslations('indicators'), getTranslations('nav'), getTranslations('vocabulary'), getFormat()]);
  const { indicator, periods } = detail;
  const base = `/projects/${project.slug}`;
  const here = `${base}/indicators/${encodeURIComponent(indicator.code)}`;
  const write = valueFormat(format, indicator.unit, { yes: t('yes'), no: t('no') });
  const unit = unitName(indicator.unit, { yes: t('yes'), no: t('no'), inWords: t('grid.words') });
  const latest = periods.findLast(({ own }) => own.value !== null);
  const combined = words(`aggregations.${combinedAs(indicator.aggregation, indicator.unit)}`);
  const rule = detail.measure ? detail.measure.wording[languageOf(format.locale)].rule : latest ? t('combinedUpTo', { how: combined, period: latest.period.name }) : combined;
  const columns = periods.map(({ period, upTo, milestone }) => ({ id: period.id, label: period.name, value: upTo.value, milestone }));
  const drawn = columns.some((column) => column.value !== null || column.milestone !== null);
  return (
    <>
      <PageHeader
        title={indicator.statement}
        context={<span className="tabular">{indicator.code} · {words(`levelNames.${project.levelTemplate}.${detail.resultLevel}`)} {detail.resultLevel === 'objective' ? '' : indicator.resultCode}</span>}
        crumbs={[{ label: project.projectsId, href: base }, { label: nav('indicators'), href: `${base}/indicators` }]}
        action={detail.records && <ButtonLink icon="info" href={hrefWith(`${here}/explain`, { day: asOf?.day }, {})}>{t('explain.title')}</ButtonLink>}
        meta={<><StatusBadge of="indicator" state={indicator.state} /><Pill>{words(`indicatorMethods.${indicator.method}`)}</Pill><span>{t('unit')}: {unit}</span></>}
      />
      <AsOfBar path={here} back={here} project={project} asOf={asOf} />
      <KeyFigures indicator={indicator} rule={rule} asOf={asOf || indicator.method === 'computed' ? detail.asOf : null} day={asOf?.day} write={write} />
      {indicator.withheld && <div className="mb-3"><Banner>{t('withheldWhy')}</Banner></div>}
      <Drawn className="grid grid-cols-1 items-start gap-3 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid grid-cols-1 gap-3">
          {periods.length > 0 && (
            <Card flush className="overflow-hidden">
              {drawn && <div className="p-4"><PeriodChart title={t('chart')} unit={t('chartUnit', { unit })} ticks={indicator.unit === 'yes/no' ? [0, 1] : undefined} columns={columns} target={indicator.target} format={write} /></div>}
              <PeriodTable detail={detail} day={asOf?.day} end={project.endDate} write={write} />
            </Card>
          )}
          <ContributingRecords detail={detail} base={base} />
        </div>
        <div className="grid grid-cols-1 gap-3">
          <Breakdowns detail={detail} minimum={project.suppressionMinimum} write={write} />
          <ReferenceSheet detail={detail} base={base} threshold={threshold} template={project.levelTemplate} />
          <PlanHistory detail={detail} timeZone={project.timeZone} />
        </div>
      </Drawn>
      <Readings detail={detail} project={asOf ? { ...project, today: asOf.day } : project} here={here} viewerId={viewerId} may={asOf ? { write: false, approve: false } : may} maxMb={maxMb} write={write} />
    </>
  );
}
