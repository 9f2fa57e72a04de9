import { valueFormat } from '@/components/indicators/value';
import type { MatrixDocument } from '@/lib/exchange/docx/matrix';
import type { OutCell, OutTable } from '@/lib/exchange/write';
import type { Format } from '@/lib/i18n/format';
import type { IndicatorFigure } from '@/lib/indicators/queries/figures';
import type { ResultNode } from '@/lib/results/queries';
import { disaggregationWords, exportColumns, matrixColumns, milestoneColumns, milestoneKey, type PeriodColumn } from '@/lib/results/rules/columns';
import type { IndicatorState, Language, ResultLevel } from '@/lib/shared/vocabulary';

/** The words that an export is written in. */
export type MatrixWords = { language: Language; format: Format; level: (level: ResultLevel) => string; state: (state: IndicatorState) => string; t: (key: 'unknown' | 'none' | 'withheld' | 'yes' | 'no' | 'indicator' | 'unit' | 'baseline' | 'target' | 'actual' | 'state' | 'source' | 'method') => string; /** '26 of 47' */ parts: (of: { part: string; whole: string }) => string; method: (method: IndicatorFigure['method']) => string; assumptions: string; none: string; /** the path of an institution from the top */ institution: (id: string) => string; /** what an indicator's filter narrows to, in words; '' for nothing */ narrowed: (filter: IndicatorFigure['filter']) => string };
type Matrix = { results: readonly ResultNode[]; indicators: readonly IndicatorFigure[] };

const numeric = ['baseline', 'baselineYear', 'target', 'actual', 'numerator', 'denominator'];
/** Part and whole of an actual value that is a share; nothing where it has none or may not be seen. */
const partsOf = ({ withheld, actual, numerator, denominator }: IndicatorFigure) => (withheld || actual === null || denominator === null ? null : { numerator, denominator });
const word = (key: string, value: string | null, language: Language) => matrixColumns.find((column) => column.key === key)?.values?.find((one) => one.value === value)?.wording[language] ?? null;

type Filter = { regional?: boolean; type?: string; topic?: string; outputId?: string; institutionId?: string };
/** What an indicator's filter narrows to, as the import reads it. */
function filterCells(filter: Filter, results: readonly ResultNode[], { language, institution }: Pick<MatrixWords, 'language' | 'institution'>): Record<string, OutCell> {
  return {
    'filter.regional': word('filter.regional', filter.regional === undefined ? null : filter.regional ? 'yes' : 'no', language),
    'filter.type': word('filter.type', filter.type ?? null, language),
    'filter.topic': filter.topic ?? null,
    'filter.outputId': results.find(({ id }) => id === filter.outputId)?.code ?? null,
    'filter.institutionId': filter.institutionId ? institution(filter.institutionId) : null,
  };
}
const brokenDownBy = (by: readonly string[], language: Language) => by.flatMap((one) => disaggregationWords.find(({ value }) => value === one)?.wording[language] ?? []).join('; ') || null;

/** The matrix as a sheet that the import reads again (it knows the words of every donor for its levels): a line for each result and indicator, numbers as numbers, empty for no data. */
export function matrixTable({ results, indicators, periods }: Matrix & { periods: readonly PeriodColumn[] }, words: MatrixWords, name: string): OutTable {
  const { language, state, t } = words;
  const columns = [...matrixColumns, ...milestoneColumns(periods), ...exportColumns];
  const rows = results.flatMap((result): OutCell[][] => [
    columns.map(({ key }) => ({ level: words.level(result.level), code: result.code, statement: result.statement, assumptions: result.assumptions })[key] ?? null),
    ...indicators.filter((indicator) => indicator.resultId === result.id).map((indicator) => {
      const { code, statement, definition, unit, baseline, baselineYear, target, source, collectionMethod, responsible, withheld, answer } = indicator;
      const actual = withheld ? t('withheld') : (answer ?? indicator.actual);
      const said: Record<string, OutCell> = { code, statement, definition, unit, baseline, baselineYear, target, source, collectionMethod, responsible, actual, level: word('level', 'indicator', language), direction: word('direction', indicator.direction, language), frequency: word('frequency', indicator.frequency, language), method: words.method(indicator.method), ...partsOf(indicator), measure: word('measure', indicator.measure, language), ...filterCells(indicator.filter, results, words), aggregation: indicator.method === 'reported' ? word('aggregation', indicator.aggregation, language) : null, disaggregateBy: brokenDownBy(indicator.disaggregateBy, language), ...Object.fromEntries(Object.entries(indicator.milestones).map(([periodId, value]) => [milestoneKey(periodId), value])), state: state(indicator.state) };
      return columns.map(({ key }) => said[key] ?? null);
    }),
  ]);
  return { name, columns: columns.map(({ key, wording, width }) => ({ header: wording[language], width: width ?? 18, ...((numeric.includes(key) || key.startsWith('milestone:')) && { type: 'number' as const }) })), rows };
}

/** By which measure, narrowed to what, the number of an indicator comes about; null where it is reported. */
function computedBy({ measure, filter }: IndicatorFigure, { language, t, narrowed }: MatrixWords): string | null {
  const label = word('measure', measure, language);
  return label && [`${t('method')}: ${label}`, narrowed(filter)].filter(Boolean).join('; ');
}

/** The matrix as a document to hand over. */
export function matrixDocument({ results, indicators }: Matrix, words: MatrixWords, head: { title: string; subtitle: string }): MatrixDocument {
  const { format, level, state, t, assumptions, none } = words;
  const line = (indicator: IndicatorFigure): string[] => {
    const write = valueFormat(format, indicator.unit, { yes: t('yes'), no: t('no') });
    const { baseline, target, withheld, answer, actual } = indicator;
    const parts = partsOf(indicator);
    const reached = withheld ? t('withheld') : (answer ?? [write(actual), parts && words.parts({ part: format.number(parts.numerator), whole: format.number(parts.denominator) })].filter(Boolean).join('\n'));
    const unit = indicator.unit === 'yes/no' ? `${t('yes')}/${t('no').toLowerCase()}` : indicator.unit;
    return [[`${indicator.code} ${indicator.statement}`, computedBy(indicator, words)].filter(Boolean).join('\n'), unit, baseline === null ? t('unknown') : write(baseline), target === null ? t('none') : write(target), reached, state(indicator.state), indicator.source ?? ''];
  };
  return {
    ...head,
    assumptions,
    none,
    columns: [{ label: t('indicator'), width: 31 }, { label: t('unit'), width: 9 }, { label: t('baseline'), width: 10, numeric: true }, { label: t('target'), width: 11, numeric: true }, { label: t('actual'), width: 13, numeric: true }, { label: t('state'), width: 9 }, { label: t('source'), width: 17 }],
    results: results.map((result) => ({ depth: result.depth, heading: `${level(result.level)}${result.level === 'objective' ? '' : ` ${result.code}`}: ${result.statement}`, assumptions: result.assumptions, indicators: indicators.filter(({ resultId }) => resultId === result.id).map(line) })),
  };
}
