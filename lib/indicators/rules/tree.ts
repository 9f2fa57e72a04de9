import type { InstitutionFact } from './facts';

/** Questions about the institution tree. An institution that is not listed stands alone. */
export type InstitutionTree = {
  /** the institution and all above it, nearest first */
  path: (id: string) => readonly string[];
  /** top of the institution's tree */
  root: (id: string) => string;
  /** its country, else that of the nearest unit above which states one */
  country: (id: string) => string | null;
};

/** The tree of these institutions. A parent that leads back to itself ends the path instead of the program. */
export function treeOf(institutions: readonly InstitutionFact[]): InstitutionTree {
  const byId = new Map(institutions.map((institution) => [institution.id, institution]));
  const paths = new Map<string, readonly string[]>();
  const path = (id: string): readonly string[] => {
    const known = paths.get(id) ?? climb(byId, id);
    paths.set(id, known);
    return known;
  };
  const country = (id: string) => path(id).map((above) => byId.get(above)?.country).find((code) => code != null) ?? null;
  return { path, root: (id) => path(id).at(-1) ?? id, country };
}

function climb(byId: ReadonlyMap<string, InstitutionFact>, id: string): string[] {
  const seen = new Set([id]);
  let parentId = byId.get(id)?.parentId;
  while (parentId != null && !seen.has(parentId)) {
    seen.add(parentId);
    parentId = byId.get(parentId)?.parentId;
  }
  return [...seen];
}
