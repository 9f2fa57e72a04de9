import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { cellAt, cellText, findHeading, fold, type Heading, meantBy } from '@/lib/exchange/columns';
import type { Cell, TableRow } from '@/lib/exchange/table';
import { findMeasure } from '@/lib/indicators/rules/catalogue';
import { type MilestoneFlag, milestoneFlags, reachEnd } from '@/lib/indicators/rules/milestones';
import { planIssues } from '@/lib/indicators/rules/plan';
import { type SaveIndicatorInput, saveIndicatorSchema } from '@/lib/indicators/schema/indicator';
import { flattenZodIssues } from '@/lib/shared/issues';
import type { MessageKey } from '@/lib/shared/result';
import type { ResultLevel } from '@/lib/shared/vocabulary';
import { type SaveResultInput, saveResultSchema } from '../schema';
import { disaggregationWords, exportColumns, filterColumns, matrixColumns, milestoneAsked, milestoneKey, type PeriodColumn } from './columns';
import { parentLevel } from './matrix';
import { institutionNamed, type NamedInstitution, type NamedOutput, outputNamed } from './named';

/** The matrix as it stands: what a file says once more is known, and left as it is. */
export type KnownMatrix = { projectId: string; results: readonly { id: string; parentId: string | null; level: ResultLevel; code: string; statement: string }[]; indicators: readonly { resultId: string; statement: string }[]; /** in order of time */ periods: readonly PeriodColumn[]; projectEnd: string | null; institutions: readonly NamedInstitution[] };
type Level = ResultLevel | 'indicator';
/** `parent`: the id above it; of what the file itself adds, the id that its line gets. `column`: where the reason stands, `cell` as a spreadsheet names it. */
export type PlannedLine = { number: number; level: Level | null; label: string; state: 'new' | 'same' | 'rejected'; id: string; reasons: { column: string; cell: string; message: MessageKey }[]; result: SaveResultInput | null; indicator: SaveIndicatorInput | null; /** what is odd about its milestones; it is taken all the same */ flags: MilestoneFlag[]; /** what narrows its measure, as the cells say it */ filters: { column: string; said: string }[] };
/** What became of a file that was taken. */
export type MatrixOutcome = { added: number; changed: number; same: number; rejected: number; leftOut: number[] };
export type MatrixPlan = { heading: Heading | null; rows: PlannedLine[]; digest: string };

type Standing = { above: Partial<Record<ResultLevel, string>>; last: string | null; seen: Set<string>; known: KnownMatrix; newId: (line: number) => string; columns: Readonly<Record<string, string>> };
type Reader = { row: TableRow; heading: Heading };

/** What each line of a matrix would do (DOMAIN §7): added, there already, or refused with the cell that is wrong. Nothing that stands is changed by it. */
export function planMatrix(table: readonly TableRow[], known: KnownMatrix, newId: (line: number) => string): MatrixPlan {
  const found = findHeading(table, [...matrixColumns, ...exportColumns], milestoneAsked(known.periods));
  if (!found) return { heading: null, rows: [], digest: digestOf([]) };
  const columns = Object.fromEntries(Object.entries(found.heading.at).map(([key, at]) => [key, letters(at)]));
  const objective = known.results.find(({ level }) => level === 'objective');
  const standing: Standing = { above: objective ? { objective: objective.id } : {}, last: null, seen: new Set(), known, newId, columns };
  const rows = found.body.map((row) => planLine({ row, heading: found.heading }, standing));
  const codeOf = new Map(found.body.map((row) => [row.number, cellText(cellAt(row, found.heading, 'code'))]));
  settleOutputs(rows, codeOf, standing);
  return { heading: found.heading, rows, digest: digestOf(rows) };
}

const letters = (index: number): string => (index < 26 ? '' : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));
// Ids are made anew for each look at a file; what was previewed is everything else.
const digestOf = (rows: readonly PlannedLine[]) => createHash('sha256').update(canonicalize(rows.map(({ number, level, label, state, reasons, filters, indicator }) => ({ number, level, label, state, reasons, filters, measure: indicator?.measure ?? null, institution: indicator?.filter.institutionId ?? null, combine: indicator?.aggregation ?? null, by: indicator?.disaggregateBy ?? [], milestones: indicator?.milestones ?? [] }))) ?? '').digest('hex');

/** An output may stand below the line that counts only it, so that its id is known last. */
function settleOutputs(rows: readonly PlannedLine[], codeOf: ReadonlyMap<number, string>, { known, columns }: Standing): void {
  const inFile: NamedOutput[] = rows.filter(({ level }) => level === 'output').map(({ id, number, label }) => ({ id, code: codeOf.get(number) ?? '', statement: label }));
  for (const line of rows) {
    const said = line.filters.find(({ column }) => column === 'filter.outputId')?.said;
    if (said === undefined || line.reasons.some(({ column }) => column === 'filter.outputId')) continue;
    const outputId = outputNamed(said, inFile, known.results.filter(({ level }) => level === 'output'));
    if (outputId && line.indicator) line.indicator.filter.outputId = outputId;
    if (outputId) continue;
    line.reasons.push({ column: 'filter.outputId', cell: `${columns['filter.outputId'] ?? ''}${line.number}`, message: 'noOutputNamed' });
    line.state = 'rejected';
  }
}

function planLine(reader: Reader, standing: Standing): PlannedLine {
  const level = meantBy(matrixColumns[0]?.values ?? [], cellAt(reader.row, reader.heading, 'level')) as Level | '' | undefined;
  const label = cellText(cellAt(reader.row, reader.heading, 'statement'));
  const line: PlannedLine = { number: reader.row.number, level: level || null, label, state: 'rejected', id: '', reasons: [], result: null, indicator: null, flags: [], filters: [] };
  const refuse = (column: string, message: MessageKey) => void line.reasons.push({ column, cell: `${standing.columns[column] ?? ''}${reader.row.number}`, message });
  if (!level) refuse('level', level === '' ? 'required' : 'invalidChoice');
  else if (level === 'indicator') planIndicator(line, reader, standing, refuse);
  else planResult(line, level, reader, standing, refuse);
  return line;
}

type Refuse = (column: string, message: MessageKey) => void;
const textOf = ({ row, heading }: Reader, key: string) => cellText(cellAt(row, heading, key));
const twice = (standing: Standing, key: string) => standing.seen.size === standing.seen.add(key).size;

function planResult(line: PlannedLine, level: ResultLevel, reader: Reader, standing: Standing, refuse: Refuse): void {
  const above = parentLevel[level];
  const parentId = above ? (standing.above[above] ?? null) : null;
  const known = standing.known.results.find((one) => one.level === level && fold(one.statement) === fold(line.label) && (level === 'objective' || one.parentId === parentId || one.parentId === null));
  if (level === 'output' && !known && parentId === null) refuse('level', 'outputNeedsOutcome');
  if (level === 'objective' && !known && standing.above.objective) refuse('level', 'oneObjective');
  if (line.label && twice(standing, `${level} ${parentId} ${fold(line.label)}`)) refuse('statement', 'lineTwice');
  const id = known?.id ?? standing.newId(line.number);
  const parsed = saveResultSchema.safeParse({ projectId: standing.known.projectId, id, version: null, level, parentId: level === 'objective' ? null : parentId, statement: line.label, assumptions: textOf(reader, 'assumptions') });
  if (!parsed.success) for (const [field, message] of Object.entries(flattenZodIssues(parsed.error))) if (field !== 'parentId') refuse(field, message);
  Object.assign(line, { id, result: known || !parsed.success ? null : parsed.data, state: line.reasons.length > 0 ? 'rejected' : known ? 'same' : 'new' });
  // What stands below a refused line is judged as if it were there, so that one mistake is not told twenty times.
  standing.above = level === 'objective' ? { objective: id } : level === 'outcome' ? { ...standing.above, outcome: id, output: undefined } : { ...standing.above, output: id };
  standing.last = id;
}

const texts = ['statement', 'definition', 'unit', 'source', 'collectionMethod', 'responsible'] as const;
const numbers = ['baseline', 'baselineYear', 'target'] as const;

function planIndicator(line: PlannedLine, reader: Reader, standing: Standing, refuse: Refuse): void {
  const resultId = standing.last;
  if (resultId === null) refuse('level', 'indicatorNeedsResult');
  if (resultId === null) return;
  const known = standing.known.indicators.some((one) => one.resultId === resultId && fold(one.statement) === fold(line.label));
  if (line.label && twice(standing, `${resultId} ${fold(line.label)}`)) refuse('statement', 'lineTwice');
  const word = (key: string) => {
    const meant = meantBy(matrixColumns.find((column) => column.key === key)?.values ?? [], cellAt(reader.row, reader.heading, key));
    if (meant === undefined) refuse(key, 'invalidChoice');
    return meant ?? '';
  };
  // A cell that is a number stays one: only text can be misread.
  const numberOf = (key: string) => (typeof cellAt(reader.row, reader.heading, key) === 'number' ? cellAt(reader.row, reader.heading, key) : textOf(reader, key));
  const said: Record<string, Cell> = Object.fromEntries([...texts.map((key) => [key, textOf(reader, key)]), ...numbers.map((key) => [key, numberOf(key)])]);
  const measure = findMeasure(word('measure'));
  line.filters = filterColumns.map(({ key }) => ({ column: key, said: textOf(reader, key) })).filter((one) => one.said !== '');
  if (!measure) for (const { column } of line.filters) refuse(column, 'filterNeedsMeasure');
  const named = textOf(reader, 'filter.institutionId');
  const institutionId = named === '' ? null : institutionNamed(named, standing.known.institutions);
  if (named !== '' && !institutionId) refuse('filter.institutionId', institutionId === null ? 'institutionAmbiguous' : 'institutionUnknown');
  const filter = { regional: word('filter.regional'), outputId: null, institutionId: institutionId ?? null, type: word('filter.type'), topic: textOf(reader, 'filter.topic') };
  const disaggregateBy = textOf(reader, 'disaggregateBy').split(/[;,]/).filter((part) => part.trim() !== '').map((part) => meantBy(disaggregationWords, part));
  if (disaggregateBy.includes(undefined)) refuse('disaggregateBy', 'invalidChoice');
  if (measure && !said.unit) said.unit = { share: '%', usd: 'USD', count: '', average: '' }[measure.unit];
  const columns = standing.known.periods.map(({ id }) => milestoneKey(id)).filter((key) => key in reader.heading.at);
  const milestones = standing.known.periods.filter(({ id }) => columns.includes(milestoneKey(id))).map(({ id }) => ({ periodId: id, value: numberOf(milestoneKey(id)) }));
  // Where a milestone is wrong, its own cell says so.
  const refuseField = (field: string, message: MessageKey) => refuse(columns[Number(/^milestones\.(\d+)/.exec(field)?.[1] ?? -1)] ?? field, message);
  const base = { projectId: standing.known.projectId, id: standing.newId(line.number), version: null, resultId, ...said, method: measure ? 'computed' : 'reported', measure: measure?.key ?? null, filter: measure ? filter : { ...filter, regional: '', institutionId: null, type: '', topic: '' } };
  const parsed = saveIndicatorSchema.safeParse({ ...base, direction: word('direction') || 'increase', frequency: word('frequency'), aggregation: word('aggregation') || (said.unit === '%' || said.unit === 'yes/no' || said.unit === 'qualitative' || measure?.combine === 'latest' ? 'latest' : 'sum'), milestones, disaggregateBy: [...new Set(disaggregateBy.filter(Boolean))], reason: null, note: null });
  if (!parsed.success) for (const [field, message] of Object.entries(flattenZodIssues(parsed.error))) refuseField(field, message);
  const unsaid = textOf(reader, 'direction') === '';
  const input = parsed.success ? directed(parsed.data, unsaid) : null;
  if (unsaid && input && input.target !== null && input.baseline === null) refuse('direction' in reader.heading.at ? 'direction' : 'target', 'directionNeeded');
  if (input) for (const [field, message] of Object.entries(planIssues(input))) refuseField(field, message);
  const { periods, projectEnd } = standing.known;
  const values = periods.map(({ id }) => input?.milestones.find(({ periodId }) => periodId === id)?.value ?? null);
  const flags = input && !known ? milestoneFlags({ values, target: input.target, direction: input.direction, whole: reachEnd(periods, projectEnd) }) : [];
  Object.assign(line, { flags, id: base.id, indicator: known ? null : input, state: line.reasons.length > 0 ? 'rejected' : known ? 'same' : 'new' });
}

/** Where the file does not say which way is better, baseline and target do. */
const directed = (input: SaveIndicatorInput, unsaid: boolean): SaveIndicatorInput => (unsaid && input.baseline !== null && input.target !== null && input.target < input.baseline ? { ...input, direction: 'decrease' } : input);
