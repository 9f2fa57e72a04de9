import { periodOf } from '@/lib/projects/rules';
import { type CooperationKind, type CooperationLevel, cooperationLevels } from '@/lib/shared/vocabulary';
import type { CountingFacts } from './facts';
import { entry } from './grid';
import { type FactIndex, indexOf, remembering } from './index-of-facts';
import type { InstitutionTree } from './tree';

/** What two units had in common in one period: a before b by code units; a = b: all of its own. People are participations of both, women those of them. */
export type PairRow = { level: CooperationLevel; periodId: string | null; kind: CooperationKind; a: string; b: string; /** of restricted meetings or items: for no donor */ restricted: boolean; events: number; people: number; women: number };
type Heads = { people: number; women: number };
/** Who was there; a common action point: who is responsible, and who was there when it was agreed. */
type Event = { kind: CooperationKind; date: string; restricted: boolean; present: ReadonlyMap<string, Heads>; responsible: string | null };

/** What an institution stands for at a level; null: it is left out (the implementer, an unknown country). */
export function standsFor(tree: InstitutionTree, { implementerIds, counterpartIds }: Pick<CountingFacts, 'implementerIds' | 'counterpartIds'>, level: CooperationLevel): (institutionId: string) => string | null {
  const implementers = new Set(implementerIds);
  const listed = new Set(counterpartIds);
  return remembering((id) => {
    const path = tree.path(id);
    if (path.some((above) => implementers.has(above))) return null;
    if (level === 'recorded') return id;
    if (level === 'country') return tree.country(id);
    return (level === 'unit' ? path.find((above) => listed.has(above)) : undefined) ?? tree.root(id);
  });
}

/**
 * Shared meetings, joint trainings and common action points of every two institutions, at each level of the tree. An event stands once per pair,
 * however many units of one side were there. Symmetric by construction: a pair is stored once. DOMAIN §2.5, §2.9, §2.14.
 */
export function pairsOf(facts: CountingFacts): PairRow[] {
  const index = indexOf(facts);
  const periodIdOf = remembering((date) => periodOf(facts.periods, date)?.id ?? null);
  const rows = new Map<string, PairRow>();
  const events = eventsOf(index);
  for (const level of cooperationLevels) {
    const unitOf = standsFor(index, facts, level);
    for (const event of events) addEvent(rows, event, level, periodIdOf(event.date), unitOf);
  }
  return [...rows.values()];
}

function eventsOf(index: FactIndex): Event[] {
  const present = remembering((activityId) => headsOf(index, activityId));
  const held = index.ordered.flatMap(({ id, kind, endDate, restricted }): Event[] => (kind === 'equipment' || endDate > index.facts.today ? [] : [{ kind, date: endDate, restricted, present: present(id), responsible: null }]));
  const agreed = index.facts.actionPoints.flatMap(({ activityId, institutionId, dropped, restricted }): Event[] => {
    const activity = activityId === null ? undefined : index.activities.get(activityId);
    if (!activity || dropped || institutionId === null || activity.endDate > index.facts.today) return [];
    return [{ kind: 'actionPoint', date: activity.endDate, restricted: restricted || activity.restricted, present: present(activity.id), responsible: institutionId }];
  });
  return [...held, ...agreed];
}

function headsOf(index: FactIndex, activityId: string): Map<string, Heads> {
  const heads = new Map<string, Heads>();
  const add = (institutionId: string | null, sex: string, people: number) => {
    if (institutionId === null) return;
    const sum = entry(heads, institutionId, () => ({ people: 0, women: 0 }));
    sum.people += people;
    if (sex === 'female') sum.women += people;
  };
  for (const row of index.participants.get(activityId) ?? []) if (row.sessionsPresent > 0) add(row.institutionId, row.sex, 1);
  for (const row of index.headcounts.get(activityId) ?? []) add(row.institutionId, row.sex, row.count);
  return heads;
}

function addEvent(rows: Map<string, PairRow>, event: Event, level: CooperationLevel, periodId: string | null, unitOf: (id: string) => string | null): void {
  const responsible = event.responsible === null ? null : unitOf(event.responsible);
  if (event.kind === 'actionPoint' && responsible === null) return;
  const units = unitsOf(event, unitOf);
  if (responsible !== null && !units.has(responsible)) units.set(responsible, nobody);
  const names = [...units.keys()].sort();
  for (const [position, a] of names.entries()) {
    for (const b of names.slice(position)) {
      if (responsible !== null && responsible !== a && responsible !== b) continue;
      const row = entry(rows, `${level} ${periodId} ${event.kind} ${a} ${b} ${event.restricted}`, (): PairRow => ({ level, periodId, kind: event.kind, a, b, restricted: event.restricted, events: 0, people: 0, women: 0 }));
      row.events += 1;
      if (event.kind !== 'actionPoint') for (const unit of new Set([a, b])) addHeads(row, units.get(unit) ?? nobody);
    }
  }
}

const nobody: Heads = { people: 0, women: 0 };

function unitsOf({ present }: Event, unitOf: (id: string) => string | null): Map<string, Heads> {
  const units = new Map<string, Heads>();
  for (const [institutionId, heads] of present) {
    const unit = unitOf(institutionId);
    if (unit !== null) addHeads(entry(units, unit, () => ({ people: 0, women: 0 })), heads);
  }
  return units;
}

function addHeads(sum: Heads, heads: Heads): void {
  sum.people += heads.people;
  sum.women += heads.women;
}
