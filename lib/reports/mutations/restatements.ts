import 'server-only';
import type { Reader } from '@/db/client';
import { loadFacts } from '@/lib/indicators/mutations/facts';
import { findMeasure } from '@/lib/indicators/rules/catalogue';
import type { CountingFacts, MeasureFilter } from '@/lib/indicators/rules/facts';
import { figure } from '@/lib/indicators/rules/figures';
import { periodOf } from '@/lib/projects/rules';
import { type HeadlineMeasure, headlineMeasures, noData, type Restatement, type ReportValue, reportValue } from '../rules/content';
import type { IssuedFigures, ReportFacts } from '../rules/facts';
import { type Amount, type EarlierPeriod, restatementsIn } from '../rules/restatements';

type Series = { code: string | null; measure: string | null; indicatorId: string | null; filter: MeasureFilter; label: string; unit: string };

/** What this report corrects of earlier periods: figures that were issued or frozen and that the records now contradict (DOMAIN §1, §2.3). Reads the records again only where there is something to compare. */
export async function restatementsOf(reader: Reader, projectId: string, facts: ReportFacts): Promise<Restatement[]> {
  const earlier = facts.periods.slice(0, -1);
  if (facts.asOf === null || !earlier.some(({ id }) => facts.issued.some((one) => one.periodId === id) || facts.frozen.some((one) => one.periodId === id))) return [];
  const counting = await loadFacts(reader, projectId, facts.asOf);
  const found = seriesOf(facts).flatMap((series) => corrections(facts, counting, series));
  // A headline that says the same as an indicator of the same measure is said once.
  const same = (a: Restatement, b: Restatement) => a.measure === b.measure && a.fromPeriodId === b.fromPeriodId && a.reported.numerator === b.reported.numerator && a.corrected.numerator === b.corrected.numerator;
  return found.filter((one) => one.code !== null || !found.some((other) => other.code !== null && same(one, other)));
}

function seriesOf(facts: ReportFacts): Series[] {
  const indicators = facts.indicators.map(({ id, code, measure, filter, statement, unit }) => ({ code, measure, indicatorId: id, filter, label: statement, unit }));
  const whole = headlineMeasures.map((key) => {
    const measure = findMeasure(key);
    return { code: null, measure: key, indicatorId: null, filter: {}, label: measure?.wording[facts.report.language].label ?? key, unit: measure?.unit === 'share' ? '%' : measure?.unit === 'usd' ? 'USD' : '' };
  });
  return [...indicators, ...whole];
}

function corrections(facts: ReportFacts, counting: CountingFacts, series: Series): Restatement[] {
  const measure = series.measure ? findMeasure(series.measure) : undefined;
  // A state at the end of a period (equipment in use) is looked at anew each time; it is not restated.
  if (measure?.combine === 'latest') return [];
  const share = measure ? measure.unit === 'share' || measure.unit === 'average' : false;
  const raw = measure ? rawByPeriod(counting, measure.contributions(counting, series.filter, counting.today)) : readingsByPeriod(facts, series);
  const frozen = totalsByPeriod(facts.frozen, series);
  const shown = measure ? totalsByPeriod(facts.cells, series) : raw;
  const zero: Amount = { numerator: 0, denominator: share ? 0 : null };
  const at = (list: Map<string, Amount>, id: string) => list.get(id) ?? zero;
  const past = facts.periods.slice(0, -1).map(({ id }): EarlierPeriod => {
    const issued = facts.issued.find((one) => one.periodId === id);
    const reported = (issued && issuedAmount(issued, series)) ?? frozen.get(id) ?? null;
    const listed = issued?.restatements.filter((one) => one.code === series.code && one.measure === series.measure).map((one) => one.fromPeriodId) ?? [];
    return { id, reported, raw: at(raw, id), shown: at(shown, id), listed };
  });
  const own = facts.periods.at(-1)?.id ?? '';
  const value = ({ numerator, denominator }: Amount): ReportValue => (measure ? reportValue(figure([{ numerator, denominator }], measure.unit)) : { ...noData, value: numerator });
  return restatementsIn(past, { frozen: frozen.get(own) ?? null, raw: at(raw, own) }).map(({ periodId, reported, corrected }) => {
    const fromPeriod = facts.periods.find((period) => period.id === periodId)?.name ?? '';
    return { code: series.code, measure: series.measure, label: series.label, unit: series.unit, fromPeriodId: periodId, fromPeriod, reported: value(reported), corrected: value(corrected) };
  });
}

type Part = { numerator: number; denominator: number | null };
const plus = (a: Amount | undefined, b: Part): Amount => ({ numerator: (a?.numerator ?? 0) + b.numerator, denominator: b.denominator === null && (a?.denominator ?? null) === null ? null : (a?.denominator ?? 0) + (b.denominator ?? 0) });

function gather<T extends Part>(rows: readonly T[], key: (row: T) => string | undefined): Map<string, Amount> {
  const sums = new Map<string, Amount>();
  for (const row of rows) {
    const id = key(row);
    if (id !== undefined) sums.set(id, plus(sums.get(id), row));
  }
  return sums;
}

const rawByPeriod = (counting: CountingFacts, rows: readonly (Part & { date: string })[]) => gather(rows, (row) => periodOf(counting.periods, row.date)?.id);
const totalsByPeriod = (cells: readonly (Part & { measure: string; indicatorId: string | null; periodId: string })[], series: Series) =>
  gather(cells, (cell) => (cell.indicatorId === series.indicatorId && cell.measure === series.measure ? cell.periodId : undefined));
const readingsByPeriod = (facts: ReportFacts, series: Series) =>
  gather(facts.readings.map((reading) => ({ ...reading, numerator: reading.value, denominator: null })), (reading) => (reading.indicatorId === series.indicatorId ? reading.periodId : undefined));

/** What the issued report of that period said of the series in its own column; undefined where it said nothing. */
function issuedAmount(issued: IssuedFigures, series: Series): Amount | undefined {
  const value = series.indicatorId ? issued.matrix.find((row) => row.id === series.indicatorId)?.period : series.measure ? issued.headline[series.measure as HeadlineMeasure]?.period : undefined;
  if (value?.unvalued) return { numerator: value.numerator ?? 0, denominator: value.unvalued };
  if (!value || value.value === null) return value && value.denominator === 0 ? { numerator: 0, denominator: 0 } : undefined;
  return { numerator: value.numerator ?? value.value, denominator: value.denominator };
}
