import { expect, test } from 'vitest';
import type { PairRow } from '@/lib/indicators/rules/cooperation';
import { circleLayout } from '@/components/charts/circle';
import { type CooperationChoice, kindsOf, matrixOf, standings } from '@/lib/indicators/rules/cooperation-view';

const row = (a: string, b: string, given: Partial<PairRow> = {}): PairRow => ({ level: 'unit', periodId: 'p1', kind: 'meeting', a, b, restricted: false, events: 1, people: 4, women: 1, ...given });
const rows = [
  row('border', 'border', { events: 3, people: 6, women: 2 }),
  row('border', 'unit', { events: 2 }),
  row('border', 'unit', { periodId: 'p2', events: 5, people: 9 }),
  row('border', 'tirana', { kind: 'training', periodId: 'p2', events: 1 }),
  row('border', 'unit', { kind: 'actionPoint', periodId: 'p2', events: 4, people: 0, women: 0 }),
];
const country = (id: string) => (id === 'tirana' ? 'AL' : id === 'nowhere' ? null : 'ME');
const choice: CooperationChoice = { kind: null, weight: 'events', periodId: null, previousId: null };
const matrix = (given: Partial<CooperationChoice>) => matrixOf(rows, { ...choice, ...given }, ['unit', 'border', 'court', 'tirana'], country);

test('the matrix is the same from either side, adds kinds and periods, and keeps the order of the tree', () => {
  expect(matrix({}).units).toEqual(['unit', 'border', 'tirana']);
  expect(matrix({}).contact('unit', 'border')).toEqual({ now: 11, before: null });
  expect(matrix({}).contact('border', 'unit')).toEqual({ now: 11, before: null });
  expect(matrix({ weight: 'people' }).contact('border', 'unit').now).toBe(13);
  expect(matrix({ kind: 'meeting' }).contact('border', 'unit').now).toBe(7);
});

test('a period stands against the one before it, and a unit stays in the picture where it has nothing', () => {
  const second = matrix({ periodId: 'p2', previousId: 'p1' });
  expect(second.contact('border', 'unit')).toEqual({ now: 9, before: 2 });
  expect(second.contact('border', 'tirana')).toEqual({ now: 1, before: 0 });
  expect(matrix({ periodId: 'p1' }).units).toContain('tirana');
});

test('regional contacts are meetings and trainings of two known countries', () => {
  expect(kindsOf('regional')).toEqual(['meeting', 'training']);
  expect(matrix({ kind: 'regional' }).contact('border', 'tirana').now).toBe(1);
  expect(matrix({ kind: 'regional' }).contact('border', 'unit').now).toBe(0);
  expect(matrix({}).isRegional('nowhere', 'tirana')).toBe(false);
});

test('a unit counts its own events once, and each partner once however often they met', () => {
  expect(standings(rows, ['border', 'tirana'], null)).toEqual([
    { unit: 'border', events: { meeting: 3, training: 0, actionPoint: 0 }, people: 6, women: 2, partners: ['unit', 'tirana'] },
    { unit: 'tirana', events: { meeting: 0, training: 0, actionPoint: 0 }, people: 0, women: 0, partners: ['border'] },
  ]);
  expect(standings(rows, ['border'], 'p1')[0]?.partners).toEqual(['unit']);
});

test('the picture does not depend on the order in which rows come from the database', () => {
  const drawn = (given: PairRow[]) => {
    const { units, contact } = matrixOf(given, choice, ['unit', 'border', 'court', 'tirana'], country);
    return JSON.stringify(circleLayout(units, (a, b) => contact(a, b).now, { size: 420, margin: 24, thickest: 10 }));
  };
  for (let turn = 0; turn < rows.length; turn += 1) expect(drawn([...rows.slice(turn), ...rows.slice(0, turn)].reverse())).toBe(drawn(rows));
});
