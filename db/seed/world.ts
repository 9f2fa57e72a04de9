import type { Viewer } from '@/lib/access/viewer';
import type { ProjectWork } from '@/lib/action';
import type { FileStore } from '@/lib/storage/store';
import type { NewPerson } from '@/lib/people/schema/person';
import type { Random } from './random';

export type Actor = 'admin' | 'manager' | 'reviewer' | 'staff' | 'donor';
export type Person = NewPerson & { key: string; institutionId: string };
export type Saved = { id: string; version: number; reference: string };

/** What the parts of the seed share: who acts, what exists, and where each record stands. */
export type World = {
  random: Random;
  store: FileStore;
  users: Record<Actor, Viewer>;
  projectId: string;
  /** by the keys of the data files */
  institutions: Map<string, string>;
  institutionNames: Map<string, { name: string; short: string }>;
  /** by code: '1.3' */
  outputs: Map<string, string>;
  /** by code: '1.3.b' */
  indicators: Map<string, string>;
  /** oldest first */
  periods: { id: string; from: string; to: string }[];
  people: Map<string, Person>;
  /** people already in the register */
  known: Set<string>;
  /** by the keys of the plans: 'TR1' */
  records: Map<string, Saved>;
};

/** One act of one person at one moment; the seed plays them in order of time, as the app would have. */
export type Step = {
  /** 'YYYY-MM-DDTHH:MM', UTC */
  at: string;
  by: Actor;
  /** the name of the app's action, as it stands in the audit trail */
  action: string;
  run: (work: ProjectWork, world: World) => Promise<void>;
};

export const momentOf = (at: string): Date => new Date(`${at}:00Z`);

/** What a map holds under a key of the data files; a key that is not there is a mistake in the data. */
export function need<T>(map: ReadonlyMap<string, T>, key: string): T {
  const found = map.get(key);
  if (found === undefined) throw new Error(`the demo data names ${key}, which does not exist`);
  return found;
}
