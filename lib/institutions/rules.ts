type Node = { id: string; parentId: string | null };

/** The institution and everything below it, as ids: what "institution and its units" means in a filter. */
export function withUnits(nodes: readonly Node[], id: string): Set<string> {
  const found = new Set([id]);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const node of nodes) if (node.parentId && found.has(node.parentId)) found.add(node.id);
  }
  return found;
}

/** The ids that a filter by institution means: it and its units; null (no filter) where none is given or it is not known. */
export const idsUnder = (tree: { nodes: readonly Node[]; byId: ReadonlyMap<string, unknown> }, id: string | undefined): string[] | null => (id && tree.byId.has(id) ? [...withUnits(tree.nodes, id)] : null);

/** The institution's path from the top, itself last. Stops at a loop. */
export function pathTo<T extends Node>(byId: ReadonlyMap<string, T>, id: string): T[] {
  const path: T[] = [];
  for (let node = byId.get(id); node && !path.includes(node); node = node.parentId ? byId.get(node.parentId) : undefined) path.unshift(node);
  return path;
}

/** Nodes in tree order with their depth, for lists to choose from. */
export function inTreeOrder<T extends Node>(nodes: readonly T[]): { node: T; depth: number }[] {
  const children = (parentId: string | null, depth: number): { node: T; depth: number }[] =>
    nodes.filter((node) => node.parentId === parentId).flatMap((node) => [{ node, depth }, ...children(node.id, depth + 1)]);
  return children(null, 0);
}

/** The institutions named, all above and all below them, in tree order: what a project's filters and forms offer. All nodes where none is named. */
export function aroundThem<T extends Node>(nodes: readonly T[], ids: readonly string[]): { node: T; depth: number }[] {
  if (ids.length === 0) return inTreeOrder(nodes);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const kept = new Set(ids.flatMap((id) => [...pathTo(byId, id).map((node) => node.id), ...withUnits(nodes, id)]));
  return inTreeOrder(nodes.filter((node) => kept.has(node.id)));
}

/** The unit that an institution stands for among counterparts: the nearest listed one at or above it, else the top of its tree (DOMAIN §2.9). */
export function unitFor<T extends Node>(byId: ReadonlyMap<string, T>, id: string, listed: ReadonlySet<string>): string {
  const path = pathTo(byId, id);
  return path.findLast((node) => listed.has(node.id))?.id ?? path[0]?.id ?? id;
}

/** Is the institution on a project's list: it or one above it? What is above all listed ones is not. */
export const isListed = <T extends Node>(byId: ReadonlyMap<string, T>, id: string, listed: ReadonlySet<string>): boolean => pathTo(byId, id).some((node) => listed.has(node.id));
