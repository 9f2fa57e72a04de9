import { useEffect, useMemo, useState } from 'react';
import type { ParticipantRow } from './row';

type Judge = Pick<typeof import('./faults'), 'faultsOf' | 'namesakesOf'>;
const none: Judge = { faultsOf: () => ({}), namesakesOf: () => new Map() };

/** What is wrong with lines: nothing until the schema is here, which is fetched with the first line of a list. */
export function useFaults(rows: readonly ParticipantRow[]) {
  const [judge, setJudge] = useState(none);
  const wanted = rows.length > 0;
  useEffect(() => {
    if (wanted) import('./faults').then(setJudge, () => undefined); // without it the action still says what is wrong
  }, [wanted]);
  return { faultsOf: judge.faultsOf, namesakes: useMemo(() => judge.namesakesOf(rows), [judge, rows]) };
}
