import type { PreviewChange, PreviewOption, PreviewRow } from '@/components/import/types';
import type { RosterTarget } from '@/lib/people/rules/roster/columns';
import type { PlannedRow, RosterChange, RosterOption } from '@/lib/people/rules/roster/plan';
import type { RowReason } from '@/lib/people/rules/roster/parse';
import type { RosterValues } from '@/lib/people/rules/roster/parse';

/** What turns a plan into words: names of columns and closed words, of institutions, and the sentence for a reason. */
export type RosterWords = {
  column: (key: string) => string;
  sex: (value: string) => string;
  role: (value: string) => string;
  institution: (id: string | null) => string;
  born: (year: number) => string;
  onList: string;
  sessions: (places: number[]) => string;
  error: (key: string) => string;
};

/** The plan of a list as lines of the preview. */
export function rosterRows(plan: readonly PlannedRow[], target: RosterTarget | null, words: RosterWords): PreviewRow[] {
  return plan.map((row) => ({
    row: row.number,
    state: row.state,
    label: row.label,
    detail: row.values ? detailOf(row.values, words) : '',
    options: row.options.map((option) => optionOf(option, target, words)),
    reasons: row.reasons.map((reason) => reasonText(reason, words)),
  }));
}

/** 'Birth year: Enter a number …' */
export const reasonText = ({ column, message }: RowReason, words: Pick<RosterWords, 'column' | 'error'>): string => `${words.column(column)}: ${words.error(message)}`;

const detailOf = ({ institutionId, post, birthYear }: Pick<RosterValues, 'institutionId' | 'post' | 'birthYear'>, words: RosterWords) => [words.institution(institutionId), post, birthYear && words.born(birthYear)].filter(Boolean).join(' · ');

const optionOf = (option: RosterOption, target: RosterTarget | null, words: RosterWords): PreviewOption => ({
  id: option.personId,
  label: `${option.familyName}, ${option.givenName}`,
  detail: detailOf(option, words),
  note: option.listed ? words.onList : undefined,
  changes: option.changes.map((change) => changeOf(change, target, words)),
});

function changeOf({ key, on, field, from, to, fills }: RosterChange, target: RosterTarget | null, words: RosterWords): PreviewChange {
  const label = field === 'sessionIds' ? words.column('attendance') : words.column(on === 'list' && (field === 'institutionId' || field === 'post') ? `list.${field}` : field);
  return { key, label, from: shown(field, from, target, words), to: shown(field, to, target, words), fills };
}

function shown(field: string, value: RosterChange['from'], target: RosterTarget | null, words: RosterWords): string {
  if (value === null) return '';
  if (Array.isArray(value)) return words.sessions((target?.sessions ?? []).flatMap((session, at) => (value.includes(session.id) ? [at + 1] : [])));
  if (field === 'sex') return words.sex(String(value));
  if (field === 'role') return words.role(String(value));
  return field === 'institutionId' ? words.institution(String(value)) : String(value);
}
