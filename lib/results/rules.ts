type Node = { id: string; parentId: string | null; position: number };

/** Results in the order of the matrix (objective, then each outcome with its outputs) with their depth. Stops at a loop. */
export function inMatrixOrder<T extends Node>(nodes: readonly T[]): (T & { depth: number })[] {
  const branch = (parentId: string | null, depth: number): (T & { depth: number })[] =>
    nodes
      .filter((node) => node.parentId === parentId)
      .sort((a, b) => a.position - b.position)
      .flatMap((node) => [{ ...node, depth }, ...branch(node.id, depth + 1)]);
  return branch(null, 0);
}
