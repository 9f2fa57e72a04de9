'use client';
import { useEffect, useRef, useState } from 'react';
import { useKit } from '@/components/form/context';
import type { Rows } from '@/components/form/grid/use-rows';
import type { RowState } from './columns';
import { type Answer, type Candidate, incomingOf, linked, type ParticipantRow, type PersonEntry, type PersonFacts, settled, unlinked } from './row';

type Seen = {
  /** what was asked: other words are asked anew */
  key: string;
  state: Answer['state'] | 'failed';
  candidates: Candidate[];
  /** the name for which a person said that it is somebody new */
  decided?: string;
  /** who of the register was taken, for what had been typed */
  used?: Candidate;
  typed?: PersonEntry;
};
type Options = { list: Rows<ParticipantRow>; projectId: string; learn: (people: Record<string, PersonFacts>) => void };
export type Matching = ReturnType<typeof useMatching>;

const rest = 300;
const most = 1000;
/** milliseconds after which a line counts as not compared */
const patience = 15_000;
const nameOf = (person: PersonEntry) => `${person.givenName} ${person.familyName}`.trim().toLowerCase();
const keyOf = (row: ParticipantRow) => JSON.stringify(incomingOf(row));
const comparable = (row: ParticipantRow): row is ParticipantRow & { person: PersonEntry } => Boolean(row.person?.givenName.trim() && row.person.familyName.trim());

/**
 * Compares new lines with the register while they are typed or pasted. Who is surely known is taken from there at once and shown so; where several may be
 * meant the line waits for a person to choose and is not saved until then. Without a connection nothing is held up.
 */
export function useMatching({ list, projectId, learn }: Options) {
  const [seen, setSeen] = useState<Record<string, Seen>>({});
  const { rows, adjust } = list;
  const latest = useRef({ rows, seen });
  latest.current = { rows, seen };

  useEffect(() => {
    // Undo brings lines back as they stood while they were being compared; what was found meanwhile holds for them too, and nobody asks for it again.
    const settling = new Set(rows.filter((row) => row.unsure && toBeSettled.includes(stateOf(row, seen[row.id]))).map((row) => row.id));
    if (settling.size > 0) return adjust((now) => now.map((row) => (settling.has(row.id) ? settled(row) : row)));
    const asked = rows.filter((row) => comparable(row) && seen[row.id]?.key !== keyOf(row) && seen[row.id]?.decided !== nameOf(row.person)).slice(0, most);
    if (asked.length === 0) return;
    const ids = new Set(asked.map((row) => row.id));
    adjust((now) => now.map((row) => (ids.has(row.id) && !row.unsure ? { ...row, unsure: true } : row)));
    const timer = setTimeout(async () => {
      const answers = await ask(projectId, asked);
      const entered = new Set(latest.current.rows.flatMap((row) => (row.person ? [row.personId] : [])));
      const fresh = asked.flatMap((row, index) => {
        const now = latest.current.rows.find((one) => one.id === row.id);
        // Answers to what is no longer there are dropped; the new words are asked by themselves.
        return now?.person && keyOf(now) === keyOf(row) ? [[row.id, seenOf(row, answers?.[index], entered)] as const] : [];
      });
      const found = Object.fromEntries(fresh);
      learn(Object.fromEntries(fresh.flatMap(([, { used }]) => (used ? [[used.id, used]] : []))));
      setSeen((now) => ({ ...now, ...found }));
      adjust((now) => now.map((row) => applied(row, found[row.id])));
    }, rest);
    return () => clearTimeout(timer);
  }, [rows, seen, adjust, projectId, learn]);

  useHoldUp(rows.some((row) => stateOf(row, seen[row.id]) === 'pending'));

  /** The line as it stands for this person; the rest is noted beside. */
  const taken = (row: ParticipantRow, candidate: Candidate): ParticipantRow => {
    const typed = row.person ?? seen[row.id]?.typed;
    learn({ [candidate.id]: candidate });
    setSeen((now) => ({ ...now, [row.id]: { ...(now[row.id] as Seen), used: candidate, typed } }));
    return linked(row, candidate);
  };
  /** It is nobody of the register: the words stand as typed, and are not asked again. */
  const declined = (row: ParticipantRow): ParticipantRow => {
    const typed = row.person ?? seen[row.id]?.typed;
    if (!typed) return row;
    setSeen((now) => ({ ...now, [row.id]: { ...(now[row.id] as Seen), used: undefined, decided: nameOf(typed) } }));
    return settled(row.person ? row : unlinked(row, typed));
  };
  const put = (next: ParticipantRow) => list.change(latest.current.rows.map((row) => (row.id === next.id ? next : row)));
  const take = (row: ParticipantRow, candidate: Candidate) => put(taken(row, candidate));
  const isNew = (row: ParticipantRow) => put(declined(row));
  const takeMany = (pairs: [ParticipantRow, Candidate][]) => {
    const byRow = new Map(pairs.map(([row, candidate]) => [row.id, candidate]));
    learn(Object.fromEntries(pairs.map(([, candidate]) => [candidate.id, candidate])));
    setSeen((now) => ({ ...now, ...Object.fromEntries(pairs.map(([row, candidate]) => [row.id, { ...(now[row.id] as Seen), used: candidate, typed: row.person ?? undefined }])) }));
    list.change(latest.current.rows.map((row) => (byRow.has(row.id) ? linked(row, byRow.get(row.id) as Candidate) : row)));
  };
  return { of: (row: ParticipantRow) => seen[row.id], state: (row: ParticipantRow) => stateOf(row, seen[row.id]), seen, taken, declined, take, takeMany, isNew };
}

/** Saves by hand wait while lines are being compared. */
function useHoldUp(pending: boolean) {
  const { holdUps } = useKit().form;
  const held = useRef({ pending, go: [] as (() => void)[] });
  held.current.pending = pending;
  useEffect(() => {
    if (!pending) for (const go of held.current.go.splice(0)) go();
  }, [pending]);
  useEffect(() => {
    const [{ current: now }, all] = [held, holdUps.current];
    const over = () => new Promise<void>((go) => (now.pending ? now.go.push(go) : go()));
    all.add(over);
    return () => {
      all.delete(over);
      for (const go of now.go.splice(0)) go();
    };
  }, [holdUps]);
}

function seenOf(row: ParticipantRow, answer: Answer | undefined, entered: ReadonlySet<string | null>): Seen {
  const key = keyOf(row);
  if (!answer) return { key, state: 'failed', candidates: [] };
  // Who was entered in this list and saved meanwhile is nobody of the register yet: not to themselves, and two lines of one name say so to each other.
  const candidates = answer.candidates.filter((one) => !entered.has(one.id));
  if (candidates.length === 0) return { key, state: answer.state === 'invalid' ? 'invalid' : 'new', candidates };
  const [only] = candidates;
  return answer.state === 'matched' && only ? { key, state: 'matched', candidates, used: only, typed: row.person ?? undefined } : { key, state: 'likely', candidates };
}

function applied(row: ParticipantRow, answer: Seen | undefined): ParticipantRow {
  if (!answer || !row.person) return row;
  if (answer.used) return linked(row, answer.used);
  if (answer.state === 'likely') return row.unsure ? row : { ...row, unsure: true };
  return row.unsure ? settled(row) : row;
}

/** In these states nobody of the register can be chosen, so no choice is waited for. */
const toBeSettled: readonly RowState[] = ['new', 'failed', 'invalid'];

function stateOf(row: ParticipantRow, seen: Seen | undefined): RowState {
  if (!row.person) return 'linked';
  if (!comparable(row)) return 'invalid';
  if (seen?.decided === nameOf(row.person)) return 'new';
  if (seen?.key !== keyOf(row)) return 'pending';
  return seen.state === 'matched' ? 'likely' : seen.state;
}

async function ask(project: string, rows: ParticipantRow[]): Promise<Answer[] | null> {
  try {
    const response = await fetch('/api/people/match', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ project, rows: rows.map(incomingOf) }), signal: AbortSignal.timeout(patience) });
    return response.ok ? ((await response.json()) as { rows: Answer[] }).rows : null;
  } catch {
    return null;
  }
}
