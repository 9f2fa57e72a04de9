import { indicators, milestones, results } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import type { Aggregation, IndicatorMethod, ResultLevel } from '@/lib/shared/vocabulary';
import facts from './data/px0009.json';
import { momentOf, type World } from './world';

type IndicatorFact = {
  code: string;
  statement: string;
  unit: string;
  method: string;
  aggregation?: string;
  measure?: string;
  filter?: { regional?: boolean };
  baseline: number | string | null;
  target: number | null;
  source?: string;
  disaggregateBy?: string[];
};
type ResultFact = { id: string; parentId: string | null; level: ResultLevel; code: string; statement: string; assumptions: string | null; indicators: IndicatorFact[] };
type Scope = Pick<World, 'random' | 'projectId' | 'periods'>;

/** The whole results matrix as the file gives it; milestones are a third, two thirds and all of the target. Gives the ids by code. */
export async function seedMatrix(work: ProjectWork, scope: Scope): Promise<Pick<World, 'outputs' | 'indicators'>> {
  const tree = resultTree(scope);
  const { projectId } = scope;
  await work.tx.insert(results).values(tree.map(({ indicators: _own, ...row }, position) => ({ ...row, projectId, position })));
  for (const { id, indicators: _own, ...row } of tree) work.audit.add('results', id, {}, row);
  const rows = tree.flatMap((result) => result.indicators.map((fact, position) => ({ ...indicatorRow(fact), id: idAtStart(scope), projectId, resultId: result.id, position })));
  await work.tx.insert(indicators).values(rows);
  for (const { id, ...row } of rows) work.audit.add('indicators', id, {}, row);
  await work.tx.insert(milestones).values(rows.flatMap((row) => milestonesOf(scope, row)));
  for (const row of rows) work.audit.add('indicators', row.id, {}, { milestones: milestonesOf(scope, row).map(({ periodId, value }) => ({ periodId, value })) });
  return { outputs: new Map(tree.map((row) => [row.code, row.id])), indicators: new Map(rows.map((row) => [row.code, row.id])) };
}

const idAtStart = ({ random }: Scope) => random.id(momentOf('2018-01-29T09:00'));

function resultTree(scope: Scope): ResultFact[] {
  const { objective, outcomes } = facts.results;
  const top: ResultFact = { id: idAtStart(scope), parentId: null, level: 'objective', code: '0', statement: objective.statement, assumptions: null, indicators: objective.indicators };
  return [top, ...outcomes.flatMap(({ outputs, ...outcome }) => {
    const parent: ResultFact = { ...outcome, id: idAtStart(scope), parentId: top.id, level: 'outcome' };
    return [parent, ...outputs.map((output): ResultFact => ({ ...output, assumptions: 'assumptions' in output ? (output.assumptions ?? null) : null, id: idAtStart(scope), parentId: parent.id, level: 'output' }))];
  })];
}

// What the statement of an indicator asks for and the file does not hold as a field.
const saidInWords: Record<string, string[]> = { '0.b': ['sex', 'age'] };
const text = (value: number | null) => (value === null ? null : String(value));

const indicatorRow = (fact: IndicatorFact) => ({
  ...{ code: fact.code, statement: fact.statement, unit: fact.unit, method: fact.method as IndicatorMethod, measure: fact.measure ?? null, filter: fact.filter ?? {} },
  // "unknown" is no number: it stays empty, never zero
  ...{ baseline: typeof fact.baseline === 'number' ? text(fact.baseline) : null, baselineYear: typeof fact.baseline === 'number' ? facts.project.startYear : null },
  ...{ target: text(fact.target), source: fact.source ?? null, disaggregateBy: fact.disaggregateBy ?? saidInWords[fact.code] ?? [], aggregation: (fact.aggregation ?? 'sum') as Aggregation },
});

function milestonesOf(scope: Scope, row: { id: string; target: string | null }) {
  if (row.target === null) return [];
  const target = Number(row.target);
  return scope.periods.map((period, index) => ({ projectId: scope.projectId, indicatorId: row.id, periodId: period.id, value: String(Math.round((target * (index + 1)) / scope.periods.length)) }));
}
