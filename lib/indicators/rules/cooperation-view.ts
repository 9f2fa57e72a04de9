import type { CooperationKind } from '@/lib/shared/vocabulary';
import type { PairRow } from './cooperation';

/** What is looked at: one kind of contact, contacts across borders, or everything (null); one period or all; counted by event or by people. */
export type CooperationChoice = { kind: CooperationKind | 'regional' | null; weight: 'events' | 'people'; periodId: string | null; previousId: string | null };
/** A weight, and what it was in the period before; null: there is none to compare with. */
export type Contact = { now: number; before: number | null };
export type CooperationMatrix = { units: string[]; contact: (a: string, b: string) => Contact; isRegional: (a: string, b: string) => boolean };

/** Kinds of events that a choice asks for. Contacts across borders are meetings and trainings. */
export const kindsOf = (kind: CooperationChoice['kind']): CooperationKind[] => (kind === null ? ['meeting', 'training', 'actionPoint'] : kind === 'regional' ? ['meeting', 'training'] : [kind]);

/** Weights by the smaller and the larger id of a pair. */
type Sums = Map<string, Map<string, number>>;
const sumOf = (sums: Sums, a: string, b: string): number => (a < b ? sums.get(a)?.get(b) : sums.get(b)?.get(a)) ?? 0;
function add(sums: Sums, a: string, b: string, weight: number): void {
  const [less, more] = a < b ? [a, b] : [b, a];
  const found = sums.get(less) ?? new Map<string, number>();
  if (found.size === 0) sums.set(less, found);
  found.set(more, (found.get(more) ?? 0) + weight);
}

/**
 * The matrix of pairs that a choice asks for, in the order of units given. A unit stands in it if it ever had anything in common with any, whatever the
 * period and kind, so that pictures of two periods can be laid beside each other.
 */
export function matrixOf(rows: readonly PairRow[], choice: CooperationChoice, order: readonly string[], country: (id: string) => string | null): CooperationMatrix {
  const kinds = kindsOf(choice.kind);
  const isRegional = (a: string, b: string) => country(a) !== null && country(b) !== null && country(a) !== country(b);
  const [now, before, seen]: [Sums, Sums, Set<string>] = [new Map(), new Map(), new Set()];
  for (const row of rows) {
    seen.add(row.a).add(row.b);
    if (!kinds.includes(row.kind) || (choice.kind === 'regional' && !isRegional(row.a, row.b))) continue;
    if (choice.periodId === null || row.periodId === choice.periodId) add(now, row.a, row.b, row[choice.weight]);
    if (choice.previousId !== null && row.periodId === choice.previousId) add(before, row.a, row.b, row[choice.weight]);
  }
  return { units: order.filter((id) => seen.has(id)), isRegional, contact: (a, b) => ({ now: sumOf(now, a, b), before: choice.previousId === null ? null : sumOf(before, a, b) }) };
}

export type UnitStanding = { unit: string; events: Record<CooperationKind, number>; people: number; women: number; /** other units with whom it had anything in common */ partners: string[] };

/** Per unit, over one period or all: its own events, the people it sent (participations) with the women among them, and with how many others. */
export function standings(rows: readonly PairRow[], units: readonly string[], periodId: string | null): UnitStanding[] {
  const inPeriod = rows.filter((row) => periodId === null || row.periodId === periodId);
  return units.map((unit) => {
    const own = inPeriod.filter((row) => row.a === unit && row.b === unit);
    const count = (kind: CooperationKind) => own.filter((row) => row.kind === kind).reduce((sum, row) => sum + row.events, 0);
    const partners = new Set(inPeriod.filter((row) => row.a !== row.b && (row.a === unit || row.b === unit)).map((row) => (row.a === unit ? row.b : row.a)));
    const total = (part: 'people' | 'women') => own.reduce((sum, row) => sum + row[part], 0);
    return { unit, events: { meeting: count('meeting'), training: count('training'), actionPoint: count('actionPoint') }, people: total('people'), women: total('women'), partners: [...partners] };
  });
}
