import type { MessageKey } from '@/lib/shared/result';
import type { RosterChoice } from '../../schema/roster';
import type { PlannedRow, RosterChange, RosterOption } from './plan';
import type { RosterValues } from './parse';

/** A line that is taken: as a person of the register with some changes, or (null) as somebody new. */
export type RosterDecision = { row: number; values: RosterValues; option: RosterOption | null; changes: RosterChange[] };
export type Decided = { ok: true; decisions: RosterDecision[]; leftOut: number[] } | { ok: false; reason: MessageKey };

/** What a person chose on the preview, held against the preview itself: only what it offered can be chosen, and nobody twice. */
export function decideRoster(rows: readonly PlannedRow[], choices: readonly RosterChoice[]): Decided {
  const chosen = new Map(choices.map((choice) => [choice.row, choice]));
  const open = rows.filter((row) => row.state !== 'rejected' && row.state !== 'same');
  if (chosen.size < choices.length || choices.some((choice) => !open.some((row) => row.number === choice.row))) return { ok: false, reason: 'importChanged' };
  const decisions: RosterDecision[] = [];
  for (const row of open) {
    const choice = chosen.get(row.number);
    if (!choice || !row.values) continue;
    const option = choice.personId === null ? null : row.options.find((one) => one.personId === choice.personId);
    if (option === undefined) return { ok: false, reason: 'importChanged' };
    decisions.push({ row: row.number, values: row.values, option, changes: (option?.changes ?? []).filter((change) => choice.changes.includes(change.key)) });
  }
  const people = decisions.flatMap((one) => (one.option ? [one.option.personId] : []));
  const taken = rows.flatMap((row) => (row.state === 'same' && row.options[0] ? [row.options[0].personId] : []));
  if (new Set([...people, ...taken]).size < people.length + taken.length) return { ok: false, reason: 'importPersonTwice' };
  if (decisions.length === 0) return { ok: false, reason: 'importNothingChosen' };
  return { ok: true, decisions, leftOut: open.filter((row) => !chosen.has(row.number)).map((row) => row.number) };
}

/** What became of a list, for the page after it and the file of what was not taken. */
export type RosterOutcome = { added: number; changed: number; listed: number; same: number; rejected: number; leftOut: number[] };
