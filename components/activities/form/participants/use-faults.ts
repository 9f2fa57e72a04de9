import { useEffect, useState } from 'react';
import type { ParticipantRow } from './row';

type Faults = (row: ParticipantRow) => Record<string, string>;
const none: Faults = () => ({});

/** What is wrong with a line: nothing until the schema is here, which is fetched with the first line of a list. */
export function useFaults(wanted: boolean): Faults {
  const [faultsOf, setFaultsOf] = useState<Faults>(() => none);
  useEffect(() => {
    if (wanted) import('./faults').then((loaded) => setFaultsOf(() => loaded.faultsOf), () => undefined); // without it the action still says what is wrong
  }, [wanted]);
  return faultsOf;
}
