import type { Viewer } from '@/lib/access/viewer';
import { addDays } from '@/lib/shared/dates';

export type Value = string | number | boolean | null;
export type Table = { name: string; columns: string[]; rows: Iterable<Value[]> };

export const projectCount = 200;
export const per = { people: 600, trainings: 100, meetings: 50, handOvers: 10, items: 15, participants: 16, attendees: 6, units: 8, outputs: 4 };
/** One project whose register alone holds this many items more, at any scale (issue 4, speed). */
export const depot = { project: 8, items: 30_000 };
export const topics = [
  'document security',
  'interviewing',
  'financial investigation',
  'risk analysis',
  'victim identification',
  'open sources',
  'joint teams',
  'evidence',
];
export const towns: [string, number, number][] = [
  ['Podgorica', 42.441, 19.263],
  ['Bar', 42.094, 19.1],
  ['Nikšić', 42.773, 18.944],
  ['Pljevlja', 43.357, 19.358],
  ['Bijelo Polje', 43.038, 19.748],
];
export const periods = [
  ['2024-01-01', '2024-06-30'],
  ['2024-07-01', '2024-12-31'],
  ['2025-01-01', '2025-06-30'],
  ['2025-07-01', '2025-12-31'],
] as const;
export const roles = ['manager', 'reviewer', 'staff', 'donor'] as const;
const kinds = [
  'user',
  'institution',
  'institutionName',
  'place',
  'project',
  'period',
  'result',
  'indicator',
  'person',
  'post',
  'activity',
  'session',
  'participant',
  'headcount',
  'review',
  'item',
  'check',
  'custody',
  'evidence',
  'followUp',
  'point',
  'agenda',
  'decision',
] as const;

/** The id of the n-th row of a kind: a UUID of version 7 that any script can write down again. */
export const idOf = (kind: (typeof kinds)[number], n: number): string =>
  `0190${kinds.indexOf(kind).toString(16).padStart(4, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

export type BenchWorld = { scale: number; passwordHash: string; now: Date };
export const worldOf = (scale: number, passwordHash: string): BenchWorld => ({ scale, passwordHash, now: new Date('2026-01-15T09:00:00Z') });

const viewerOf = (index: number, project: number): Viewer => ({
  id: idOf('user', index),
  email: `${roles[index]}@example.org`,
  name: `Bench ${roles[index]}`,
  isAdmin: false,
  memberships: [{ projectId: idOf('project', project), role: 'manager' }],
});
/** Who acts in a project, and the periods that are closed. */
export const peopleOf = (_world: BenchWorld, project: number) => ({
  id: idOf('project', project),
  manager: viewerOf(0, project),
  reviewer: viewerOf(1, project),
  staff: viewerOf(2, project),
  firstPeriods: [0, 1].map((n) => idOf('period', project * 4 + n)),
});

export const unitsOf = (project: number) => Array.from({ length: per.units }, (_, n) => (project * 3 + n) % 40);
export const institutionsAt = 40;
export const dayIn = (n: number, of: number) => addDays('2024-01-10', Math.floor((n * 700) / of));
export const sizes = (scale: number) => ({
  people: per.people * scale,
  trainings: per.trainings * scale,
  meetings: per.meetings * scale,
  handOvers: per.handOvers * scale,
});

export type Sizes = ReturnType<typeof sizes>;

export function* each<T>(count: number, make: (n: number) => Iterable<T>): Iterable<T> {
  for (let n = 0; n < count; n += 1) yield* make(n);
}
export const table = (name: string, columns: string, rows: Iterable<Value[]>): Table => ({ name, columns: columns.split(' '), rows });
export const perProject = (make: (project: number) => Iterable<Value[]>) => each(projectCount, make);
