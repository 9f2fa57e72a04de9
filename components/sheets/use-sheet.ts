'use client';
import { useEffect, useRef, useState } from 'react';
import { formatRows, parseRows } from '@/lib/sheets/rules';
import type { Sex } from '@/lib/shared/vocabulary';

export type SheetRow = { participantId: string; personId: string; name: string | null; institution: string; post: string | null; present: boolean };
export type WalkInRow = { id: string; personId: string; name: string; detail: string; person: { givenName: string; familyName: string; sex: Sex | '' } | null; institutionId: string; post: string };
type Kept = { signedIds: string[]; walkIns: WalkInRow[] };

/** What somebody enters from one paper: ticks by participant, so that they survive a list that moved, and walk-ins. Kept in this tab until saved. */
export function useSheet(rows: SheetRow[], key: string) {
  const [signedIds, setSignedIds] = useState<ReadonlySet<string>>(() => new Set(rows.filter((row) => row.present).map((row) => row.participantId)));
  const numbersOf = (ids: ReadonlySet<string>) => rows.flatMap((row, index) => (ids.has(row.participantId) ? [index + 1] : []));
  // What is being typed; null: the numbers follow from the ticks, also when the list has moved.
  const [typed, setTyped] = useState<string | null>(null);
  const [walkIns, setWalkIns] = useState<WalkInRow[]>([]);
  const touched = useRef(false);
  const list = useRef(rows);
  list.current = rows;

  // A reload or a lost session must not cost what was typed; a tab's own storage ends with the tab.
  useEffect(() => {
    const before = kept(key);
    if (!before) return;
    const ids = new Set(before.signedIds);
    touched.current = true;
    setSignedIds(ids);
    setWalkIns(before.walkIns.filter((walkIn) => !list.current.some((row) => row.personId === walkIn.personId)));
  }, [key]);
  useEffect(() => {
    if (touched.current) sessionStorage.setItem(key, JSON.stringify({ signedIds: [...signedIds], walkIns } satisfies Kept));
  }, [key, signedIds, walkIns]);

  const type = (next: string) => {
    touched.current = true;
    setTyped(next);
    setSignedIds(new Set(parseRows(next, rows.length).rows.flatMap((number) => rows[number - 1]?.participantId ?? [])));
  };
  const tick = (ids: ReadonlySet<string>) => {
    touched.current = true;
    setSignedIds(ids);
    setTyped(null);
  };
  const toggle = (id: string, on: boolean) => tick(new Set(on ? [...signedIds, id] : [...signedIds].filter((one) => one !== id)));
  const changeWalkIns = (next: WalkInRow[]) => {
    touched.current = true;
    setWalkIns(next);
  };
  const settle = () => {
    touched.current = false;
    sessionStorage.removeItem(key);
    // Walk-ins are rows of the list now, under the ids they were given here.
    setSignedIds(new Set([...signedIds, ...walkIns.map((walkIn) => walkIn.id)]));
    setWalkIns([]);
  };
  const text = typed ?? formatRows(numbersOf(signedIds));
  return { signedIds, text, allText: rows.length > 1 ? `1-${rows.length}` : '1', walkIns, problems: parseRows(text, rows.length).problems, type, read: () => setTyped(null), toggle, changeWalkIns, settle };
}
export type SheetState = ReturnType<typeof useSheet>;

function kept(key: string): Kept | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}
