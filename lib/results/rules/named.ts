import { fold } from '@/lib/exchange/columns';

/** An institution with every name it bears or bore; `near`: the project lists it or something around it. */
export type NamedInstitution = { id: string; parentId: string | null; names: readonly string[]; near: boolean };

/** The institution that a cell names, by its name or by a path from above ('Ministry > Directorate'), the project's own before others, a path that starts at the top before one that does not; null: several, undefined: none. */
export function institutionNamed(text: string, institutions: readonly NamedInstitution[]): string | null | undefined {
  const parts = text.split('>').map(fold).filter(Boolean);
  const byId = new Map(institutions.map((one) => [one.id, one]));
  // How the path ends above the first name: at the top (true), below it (false), or nowhere (null).
  const reach = (start: NamedInstitution): boolean | null => {
    let node: NamedInstitution | undefined = start;
    for (const part of parts.toReversed()) {
      if (!node?.names.some((name) => fold(name) === part)) return null;
      node = node.parentId === null ? undefined : byId.get(node.parentId);
    }
    return node === undefined;
  };
  const found = parts.length === 0 ? [] : institutions.map((one) => ({ id: one.id, near: one.near, top: reach(one) })).filter(({ top }) => top !== null);
  const preferred = <T>(list: readonly T[], better: (one: T) => boolean) => (list.some(better) ? list.filter(better) : list);
  const [only, another] = preferred(preferred(found, ({ near }) => near), ({ top }) => top === true);
  return another ? null : only?.id;
}

/** An output that a file or the matrix has. */
export type NamedOutput = { id: string; code: string; statement: string };

/** The output that a cell names, by its code or its statement: those of the file before those that stand. */
export function outputNamed(text: string, ...lists: (readonly NamedOutput[])[]): string | undefined {
  const [, code = '', rest = ''] = /^(\d+(?:\.\d+)*)?\.?\s*(.*)$/s.exec(text.trim()) ?? [];
  const said = (one: NamedOutput) => one.statement !== '' && [fold(text), fold(rest)].includes(fold(one.statement));
  for (const list of lists) {
    const found = list.find((one) => code !== '' && one.code === code) ?? list.find(said);
    if (found) return found.id;
  }
  return undefined;
}
