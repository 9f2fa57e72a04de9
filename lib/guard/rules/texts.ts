import { type Finding, findCaseData } from './find';

export type GuardedText = { path: string; text: string | null };
export type PlacedFinding = Finding & { path: string };

type Rows = { text?: string; title?: string; topic?: string | null; notes?: string | null }[];
type Guarded = {
  title: string;
  description: string | null;
  sessions: { topic: string | null }[];
  detail: { type?: unknown; minutes?: string | null; terms?: string | null; items?: unknown; agenda?: Rows; decisions?: Rows; actionPoints?: Rows };
};

/** The texts of an activity that may hold what happened in a case, by the name of their form field. */
export function guardedTexts({ title, description, sessions, detail }: Guarded): GuardedText[] {
  const each = (name: string, part: string, texts: (string | null | undefined)[]) => texts.map((text, index) => ({ path: `${name}.${index}.${part}`, text: text ?? null }));
  return [
    { path: 'title', text: title },
    { path: 'description', text: description },
    ...each('sessions', 'topic', sessions.map((row) => row.topic)),
    ...each('detail.agenda', 'title', (detail.agenda ?? []).map((row) => row.title)),
    ...each('detail.agenda', 'notes', (detail.agenda ?? []).map((row) => row.notes)),
    { path: 'detail.minutes', text: detail.minutes ?? null },
    ...each('detail.decisions', 'text', (detail.decisions ?? []).map((row) => row.text)),
    ...each('detail.actionPoints', 'text', (detail.actionPoints ?? []).map((row) => row.text)),
    { path: 'detail.terms', text: detail.terms ?? null },
  ];
}

/** The path under which the names of attached files stand. */
export const filesPath = 'evidence.files';
/** File names separate their words with signs that sentences do not have. */
export const fileNameText = (name: string): GuardedText => ({ path: filesPath, text: name.replace(/\.[A-Za-z0-9]{1,5}$/, '').replace(/[_]+/g, ' ') });

/** What stands in these texts, each finding once, where it stands first. */
export function findIn(texts: readonly GuardedText[]): PlacedFinding[] {
  const found = texts.flatMap(({ path, text }) => findCaseData(text).map((finding) => ({ ...finding, path })));
  return [...new Map(found.toReversed().map((finding) => [finding.mark, finding])).values()].toReversed();
}

/** The part of a record that a path belongs to, as the screens call it: 'detail.decisions.2.text' → 'decisions'. */
export const partOf = (path: string): string => path.split('.').find((part) => part !== 'detail' && part !== 'evidence') ?? path;
