import { getTranslations } from 'next-intl/server';
import { type AsOf, AsOfBar } from '@/components/overview/as-of-bar';
import { hrefWith } from '@/components/ui/filters';
import { DescriptionList } from '@/components/ui/facts';
import { Banner } from '@/components/ui/feedback';
import { Tabs } from '@/components/ui/navigation';
import { Card, PageHeader } from '@/components/ui/page';
import { languageOf } from '@/lib/i18n/languages';
import { getFormat } from '@/lib/i18n/server';
import type { ExplainedFigure } from '@/lib/indicators/queries/explain';
import { combinedAs } from '@/lib/indicators/rules/figures';
import type { ExplainAsked } from '@/lib/indicators/rules/explain/asked';
import { ExplainedLines } from './explained-lines';
import { ExplainedReadings } from './explained-readings';
import { filterText } from './filter-text';
import { valueFormat } from './value';

type Props = { project: { slug: string; projectsId: string; attendanceThreshold: string; startDate: string | null; today: string }; /** null: today */ asOf: AsOf | null; explained: ExplainedFigure; asked: ExplainAsked };

/** How one number comes about: rule, filters, threshold, day; every line that it adds up from; and what was left out, with the reason. */
export async function Explanation({ project, asOf, explained, asked }: Props) {
  const [t, all, nav, format] = await Promise.all([getTranslations('indicators.explain'), getTranslations('indicators'), getTranslations('nav'), getFormat()]);
  const { detail, period, shown, said, restated } = explained;
  const { indicator, periods } = detail;
  const base = `/projects/${project.slug}`;
  const here = `${base}/indicators/${encodeURIComponent(indicator.code)}`;
  const path = `${here}/explain`;
  const ofDay = (to: string) => hrefWith(to, { day: asOf?.day }, {});
  const write = valueFormat(format, indicator.unit, { yes: all('yes'), no: all('no') });
  const params = { day: asOf?.day, period: period?.id, list: asked.leftOut ? 'out' : undefined };
  const spans = [{ label: t('whole'), href: hrefWith(path, params, { period: undefined }), current: !period }, ...periods.map(({ period: one }) => ({ label: one.name, href: hrefWith(path, params, { period: one.id }), current: one.id === period?.id }))];
  return (
    <>
      <PageHeader title={t('title')} context={`${indicator.code} · ${indicator.statement}`} crumbs={[{ label: project.projectsId, href: base }, { label: nav('indicators'), href: `${base}/indicators` }, { label: indicator.code, href: ofDay(here) }]} meta={detail.asOf && !asOf && indicator.method === 'computed' ? <span>{t('asOf', { date: format.date(detail.asOf) })}</span> : undefined} />
      <AsOfBar path={path} keep={{ period: params.period, list: params.list }} back={hrefWith(path, params, { day: undefined })} project={project} asOf={asOf} />
      <Tabs label={t('span')} items={spans} />
      <div className="grid grid-cols-1 gap-3">
        <Card title={`${period?.name ?? t('whole')}: ${write(shown.value)}`} id="figure"><Rule explained={explained} asOf={asOf} threshold={Number(project.attendanceThreshold)} write={write} /></Card>
        {period?.frozen && indicator.method === 'computed' && said.value !== shown.value && <Banner>{t(asOf ? 'frozenThen' : 'frozen', { shown: write(shown.value), said: write(said.value) })}</Banner>}
        {restated !== 0 && !period?.frozen && <Banner>{t('restated', { value: write(restated) })}</Banner>}
        {explained.readings ? <ExplainedReadings explained={explained} readings={explained.readings} base={here} day={asOf?.day} write={write} /> : <ExplainedLines explained={explained} asked={asked} base={base} path={path} params={params} />}
      </div>
    </>
  );
}

/** By which rule, over what, by which day. */
async function Rule({ explained, asOf, threshold, write }: { explained: ExplainedFigure; asOf: AsOf | null; threshold: number; write: (value: number | null) => string }) {
  const [t, all, words, format] = await Promise.all([getTranslations('indicators.explain'), getTranslations('indicators'), getTranslations('vocabulary'), getFormat()]);
  const { detail, filter, said } = explained;
  const { indicator, measure } = detail;
  const wording = measure?.wording[languageOf(format.locale)];
  const narrowed = filterText(indicator.filter, { t: all, words, names: filter });
  const items = [
    wording ? { label: all('rule'), value: <><span className="font-medium">{wording.label}.</span> {wording.rule}</> } : { label: all('combine'), value: words(`aggregations.${combinedAs(indicator.aggregation, indicator.unit)}`) },
    ...(measure ? [{ label: t('only'), value: asOf ? t('onlyThen', { date: format.date(asOf.day) }) : t('onlyText') }, { label: all('filters'), value: narrowed || t('noFilters') }] : []),
    ...(measure?.usesThreshold ? [{ label: all('threshold'), value: all('thresholdText', { share: format.percent(threshold) }) }] : []),
    { label: t('said'), value: said.denominator === null ? write(said.value) : `${write(said.value)} (${all('parts', { part: format.number(said.numerator), whole: format.number(said.denominator) })})` },
  ];
  return <DescriptionList items={items} />;
}
