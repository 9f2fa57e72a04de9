import 'server-only';
import type { Viewer } from '@/lib/access/viewer';
import { institutionTree, type InstitutionTree, projectInstitutionList } from '@/lib/institutions/queries';
import { inTreeOrder } from '@/lib/institutions/rules';
import { listPeriods, type PeriodView } from '@/lib/projects/queries';
import { cooperationKinds, type CooperationLevel, type Language } from '@/lib/shared/vocabulary';
import { type PairRow, standsFor } from '../rules/cooperation';
import { type CooperationChoice, type CooperationMatrix, kindsOf, matrixOf, standings, type UnitStanding } from '../rules/cooperation-view';
import { treeOf } from '../rules/tree';
import { actionPointsOnTime, cooperationPairRows, type SharedRecord, sharedRecords } from './cooperation';

export type CooperationAsked = { level?: string; kind?: string; weight?: string; period?: string; a?: string; b?: string };
export type CooperationPair = { a: string; b: string; rows: PairRow[]; records: SharedRecord[]; total: number };
export type CooperationView = {
  level: CooperationLevel;
  choice: CooperationChoice;
  periods: PeriodView[];
  asOf: string | null;
  name: InstitutionTree['name'];
  matrix: CooperationMatrix;
  units: (UnitStanding & { done: number; due: number })[];
  countries: UnitStanding[];
  /** the two institutions whose records were asked for, and those records */
  pair: CooperationPair | null;
};

/** Who works with whom in a project, as asked for in the address; what is not known there falls back to everything. */
export async function cooperationView(viewer: Viewer, project: { id: string; today: string }, language: Language, asked: CooperationAsked): Promise<CooperationView> {
  const level = (['unit', 'top', 'recorded'] as const).find((one) => one === asked.level) ?? 'unit';
  const [rows, periods, tree, listed] = await Promise.all([cooperationPairRows(viewer, project.id, [level, 'country']), listPeriods(viewer, project.id), institutionTree(viewer, language), projectInstitutionList(viewer, project.id)]);
  const position = periods.findIndex((period) => period.id === asked.period);
  const period = periods[position] ?? null;
  const choice: CooperationChoice = {
    kind: asked.kind === 'regional' ? 'regional' : (cooperationKinds.find((kind) => kind === asked.kind) ?? null),
    weight: asked.weight === 'people' ? 'people' : 'events',
    periodId: period?.id ?? null,
    previousId: periods[position - 1]?.id ?? null,
  };
  const listedAs = (role: string) => listed.filter((one) => one.role === role).map(({ institutionId }) => institutionId);
  const lines = treeOf(tree.nodes);
  const unitOf = standsFor(lines, { implementerIds: listedAs('implementer'), counterpartIds: listedAs('counterpart') }, level);
  const pairs = rows.filter((row) => row.level === level);
  const matrix = matrixOf(pairs, choice, inTreeOrder(tree.nodes).map(({ node }) => node.id), lines.country);
  const sideOf = (unit: string) => tree.nodes.filter((node) => unitOf(node.id) === unit).map((node) => node.id);
  const open = matrix.units.includes(asked.a ?? '') && matrix.units.includes(asked.b ?? '') ? { a: asked.a as string, b: asked.b as string } : null;
  const kinds = kindsOf(choice.kind);
  const [onTime, records] = await Promise.all([actionPointsOnTime(viewer, project.id, choice.periodId), open ? sharedRecords(viewer, project, { a: sideOf(open.a), b: sideOf(open.b) }, kinds, period) : []]);
  const dueOf = (unit: string, part: 'done' | 'due') => onTime.rows.reduce((sum, row) => (row.institutionId !== null && unitOf(row.institutionId) === unit ? sum + row[part] : sum), 0);
  const own = open ? pairs.filter((row) => kinds.includes(row.kind) && ((row.a === open.a && row.b === open.b) || (row.a === open.b && row.b === open.a))) : [];
  const total = own.reduce((sum, row) => (choice.periodId === null || row.periodId === choice.periodId ? sum + row.events : sum), 0);
  const countries = rows.filter((row) => row.level === 'country');
  return {
    ...{ level, choice, periods, asOf: onTime.asOf, name: tree.name, matrix },
    units: standings(pairs, matrix.units, choice.periodId).map((unit) => ({ ...unit, done: dueOf(unit.unit, 'done'), due: dueOf(unit.unit, 'due') })),
    countries: standings(countries, [...new Set(countries.flatMap((row) => [row.a, row.b]))].sort(), choice.periodId),
    pair: open && { ...open, rows: own, records, total },
  };
}
