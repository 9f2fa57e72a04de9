import 'server-only';
import { rolesIn, seesOnlyAggregates } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { institutionTree, type InstitutionTree, projectInstitutionList } from '@/lib/institutions/queries';
import { inTreeOrder } from '@/lib/institutions/rules';
import { listPeriods, type PeriodView } from '@/lib/projects/queries';
import { cooperationKinds, type CooperationLevel, type Language } from '@/lib/shared/vocabulary';
import { type PairRow, standsFor } from '../rules/cooperation';
import { type CooperationChoice, type CooperationMatrix, kindsOf, matrixOf, standings, type UnitStanding } from '../rules/cooperation-view';
import { treeOf } from '../rules/tree';
import { cooperationPairRows, type InstitutionShare, institutionShares, type SharedRecord, sharedRecords } from './cooperation';

export type CooperationAsked = { level?: string; kind?: string; weight?: string; period?: string; a?: string; b?: string };
export type CooperationPair = { a: string; b: string; rows: PairRow[]; records: SharedRecord[]; total: number };
export type CooperationView = {
  level: CooperationLevel;
  choice: CooperationChoice;
  periods: PeriodView[];
  asOf: string | null;
  name: InstitutionTree['name'];
  matrix: CooperationMatrix;
  /** `came` of `expected` at meetings, action points `done` on time of those `due`; all 0 for who reads figures only */
  units: (UnitStanding & { done: number; due: number; came: number; expected: number })[];
  /** a donor: how often institutions came together, without people, restricted ones and records */
  aggregatesOnly: boolean;
  countries: UnitStanding[];
  /** the two institutions whose records were asked for, and those records */
  pair: CooperationPair | null;
};

/** The levels at which a viewer sees cooperation: a donor no lower than the listed counterparts. */
export const levelsFor = (aggregatesOnly: boolean) => (aggregatesOnly ? (['unit', 'top'] as const) : (['unit', 'top', 'recorded'] as const));

/** Who works with whom in a project, as asked for in the address; what is not known there falls back to everything. */
export async function cooperationView(viewer: Viewer, project: { id: string; today: string }, language: Language, asked: CooperationAsked): Promise<CooperationView> {
  const aggregatesOnly = seesOnlyAggregates(rolesIn(viewer, project.id));
  const level = levelsFor(aggregatesOnly).find((one) => one === asked.level) ?? 'unit';
  const [rows, periods, tree, listed] = await Promise.all([cooperationPairRows(viewer, project.id, [level, 'country']), listPeriods(viewer, project.id), institutionTree(viewer, language), projectInstitutionList(viewer, project.id)]);
  const position = periods.findIndex((period) => period.id === asked.period);
  const period = periods[position] ?? null;
  const choice: CooperationChoice = {
    kind: asked.kind === 'regional' ? 'regional' : (cooperationKinds.find((kind) => kind === asked.kind) ?? null),
    weight: asked.weight === 'people' && !aggregatesOnly ? 'people' : 'events',
    periodId: period?.id ?? null,
    previousId: periods[position - 1]?.id ?? null,
  };
  const listedAs = (role: string) => listed.filter((one) => one.role === role).map(({ institutionId }) => institutionId);
  const lines = treeOf(tree.nodes);
  const unitOf = standsFor(lines, { implementerIds: listedAs('implementer'), counterpartIds: listedAs('counterpart') }, level);
  const pairs = rows.filter((row) => row.level === level);
  const matrix = matrixOf(pairs, choice, inTreeOrder(tree.nodes).map(({ node }) => node.id), lines.country);
  const sideOf = (unit: string) => tree.nodes.filter((node) => unitOf(node.id) === unit).map((node) => node.id);
  const open = !aggregatesOnly && matrix.units.includes(asked.a ?? '') && matrix.units.includes(asked.b ?? '') ? { a: asked.a as string, b: asked.b as string } : null;
  const kinds = kindsOf(choice.kind);
  const [shares, records] = await Promise.all([institutionShares(viewer, project.id, choice.periodId), open ? sharedRecords(viewer, project, { a: sideOf(open.a), b: sideOf(open.b) }, kinds, period) : []]);
  const sumOf = (rows: InstitutionShare[], unit: string, side: 'part' | 'whole') => rows.reduce((sum, row) => (row.institutionId !== null && unitOf(row.institutionId) === unit ? sum + row[side] : sum), 0);
  const own = open ? pairs.filter((row) => kinds.includes(row.kind) && ((row.a === open.a && row.b === open.b) || (row.a === open.b && row.b === open.a))) : [];
  const total = own.reduce((sum, row) => (choice.periodId === null || row.periodId === choice.periodId ? sum + row.events : sum), 0);
  const countries = rows.filter((row) => row.level === 'country');
  return {
    ...{ level, choice, periods, asOf: shares.asOf, name: tree.name, matrix, aggregatesOnly },
    units: standings(pairs, matrix.units, choice.periodId).map((unit) => ({ ...unit, done: sumOf(shares.onTime, unit.unit, 'part'), due: sumOf(shares.onTime, unit.unit, 'whole'), came: sumOf(shares.participation, unit.unit, 'part'), expected: sumOf(shares.participation, unit.unit, 'whole') })),
    countries: standings(countries, [...new Set(countries.flatMap((row) => [row.a, row.b]))].sort(), choice.periodId),
    pair: open && { ...open, rows: own, records, total },
  };
}
