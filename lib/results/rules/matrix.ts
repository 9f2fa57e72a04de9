import type { MoveDirection, ResultLevel } from '@/lib/shared/vocabulary';

type Node = { id: string; parentId: string | null; position: number };
type Leveled = Node & { level: ResultLevel };
type Placed = { id: string; resultId: string; position: number };

/** Results in the order of the matrix (objective, then each outcome with its outputs) with their depth. Stops at a loop. */
export function inMatrixOrder<T extends Node>(nodes: readonly T[]): (T & { depth: number })[] {
  const branch = (parentId: string | null, depth: number): (T & { depth: number })[] =>
    nodes
      .filter((node) => node.parentId === parentId)
      .sort((a, b) => a.position - b.position)
      .flatMap((node) => [{ ...node, depth }, ...branch(node.id, depth + 1)]);
  return branch(null, 0);
}

/** The level a result hangs under; null: it is a root. */
export const parentLevel: Record<ResultLevel, ResultLevel | null> = { objective: null, outcome: 'objective', output: 'outcome' };

/** Which level may stand below this one; null: none. */
export const childLevel: Record<ResultLevel, ResultLevel | null> = { objective: 'outcome', outcome: 'output', output: null };

/** 0 → a, 25 → z, 26 → aa. */
export const letters = (place: number): string => (place >= 26 ? letters(Math.floor(place / 26) - 1) : '') + String.fromCharCode(97 + (place % 26));

/**
 * The codes of a whole matrix by id, as its order gives them: objective 0, outcomes 1, 2 …, outputs 1.1, 1.2 …, indicators by letter below their
 * result (1.1.a). An output without an outcome counts below 0.
 */
export function codesOf(nodes: readonly Leveled[], indicators: readonly Placed[]): Map<string, string> {
  const codes = new Map<string, string>();
  const used = new Map<string, number>();
  const next = (place: string) => used.set(place, (used.get(place) ?? 0) + 1).get(place);
  for (const node of inMatrixOrder(nodes)) codes.set(node.id, ownCode(node, codes, next));
  for (const [resultId, code] of [...codes]) {
    const own = indicators.filter((indicator) => indicator.resultId === resultId).sort((a, b) => a.position - b.position);
    for (const [place, indicator] of own.entries()) codes.set(indicator.id, `${code}.${letters(place)}`);
  }
  return codes;
}

function ownCode({ level, parentId }: Leveled, codes: ReadonlyMap<string, string>, next: (place: string) => number | undefined): string {
  if (level === 'objective') return '0';
  if (level === 'outcome') return String(next(''));
  const above = (parentId !== null && codes.get(parentId)) || '0';
  return `${above}.${next(above)}`;
}

/** The ids in their order after one of them went one place up or down; at the end of the list nothing moves. */
export function moved(ids: readonly string[], id: string, direction: MoveDirection): string[] {
  const from = ids.indexOf(id);
  const to = direction === 'up' ? from - 1 : from + 1;
  const other = ids[to];
  return from < 0 || other === undefined ? [...ids] : ids.map((one) => (one === id ? other : one === other ? id : one));
}
