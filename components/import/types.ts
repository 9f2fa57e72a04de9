/** What would become of one line of a file, ready to be shown: every text in the reader's language. Any kind of list can be previewed by it. */
export type PreviewState = 'new' | 'matched' | 'changed' | 'likely' | 'same' | 'rejected';
export type PreviewChange = { key: string; label: string; from: string; to: string; /** nothing stood there before */ fills: boolean };
/** A record that the line may mean. */
export type PreviewOption = { id: string; label: string; detail: string; note?: string; changes: PreviewChange[] };
export type PreviewRow = { row: number; state: PreviewState; label: string; detail: string; options: PreviewOption[]; reasons: string[]; /** records that the reasons speak of */ links?: { label: string; href: string }[] };

/** What a person decides on one line. `pick`: the record it means, null for a new one, undefined while it is open; `skip`: left out. */
export type Decision = { pick: string | null | undefined; skip: boolean; changes: string[] };
export type ImportChoice = { row: number; id: string | null; changes: string[] };

const filling = (option: PreviewOption | undefined): string[] => (option?.changes ?? []).filter((change) => change.fills).map((change) => change.key);

/** How a line starts: nothing that stands in a record is overwritten unless somebody says so, and nobody is chosen where several may be meant. */
export function firstDecision({ state, options }: PreviewRow): Decision {
  if (state === 'new') return { pick: null, skip: false, changes: [] };
  if (state === 'likely') return { pick: undefined, skip: false, changes: [] };
  return { pick: options[0]?.id ?? null, skip: false, changes: filling(options[0]) };
}

/** The line means this record (null: a new one). */
export const picked = (row: PreviewRow, pick: string | null): Decision => ({ pick, skip: false, changes: filling(row.options.find((option) => option.id === pick)) });

export const isOpen = ({ state }: PreviewRow): boolean => state !== 'same' && state !== 'rejected';
const decided = (row: PreviewRow, decisions: ReadonlyMap<number, Decision>) => decisions.get(row.row) ?? firstDecision(row);

/** The lines that still wait for a choice. */
export const undecided = (rows: readonly PreviewRow[], decisions: ReadonlyMap<number, Decision>): PreviewRow[] =>
  rows.filter((row) => isOpen(row) && !decided(row, decisions).skip && decided(row, decisions).pick === undefined);

/** What is sent: the lines that are taken, each with the record it means and the changes that were ticked. */
export const choicesOf = (rows: readonly PreviewRow[], decisions: ReadonlyMap<number, Decision>): ImportChoice[] =>
  rows.filter(isOpen).flatMap((row) => {
    const { pick, skip, changes } = decided(row, decisions);
    return skip || pick === undefined ? [] : [{ row: row.row, id: pick, changes }];
  });
