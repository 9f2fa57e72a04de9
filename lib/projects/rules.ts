type Span = { id: string; from: string; to: string };
type Closable = Span & { closed: boolean };

/** The period in which a date lies, or null. Periods of a project never overlap. */
export const periodOf = <T extends Span>(periods: readonly T[], date: string): T | null => periods.find((period) => date >= period.from && date <= period.to) ?? null;

/** Does the date lie in a closed period? Then every record of that date is locked (DOMAIN §3). */
export const isLocked = (periods: readonly Closable[], date: string | null): boolean => date !== null && (periodOf(periods, date)?.closed ?? false);

/** The closed period that ended last, or null. */
export const latestClosed = <T extends Closable>(periods: readonly T[]): T | null =>
  periods.filter((period) => period.closed).reduce<T | null>((latest, period) => (latest === null || period.to > latest.to ? period : latest), null);

/** The first open period after this one: where corrections of a closed period are shown (DOMAIN §2.3); null when none is left. */
export const nextOpenPeriod = <T extends Closable>(periods: readonly T[], after: Span): T | null =>
  periods.filter((period) => !period.closed && period.from > after.to).reduce<T | null>((first, period) => (first === null || period.from < first.from ? period : first), null);

/** Do two periods share a day? */
export const periodsOverlap = (a: { from: string; to: string }, b: { from: string; to: string }): boolean => a.from <= b.to && b.from <= a.to;

/** The project's part of an address, from its Projects id: 'PX.0009' → 'px-0009'. */
export const slugOf = (projectsId: string): string => projectsId.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

/** Could this word of an address be a project's? */
export const isSlug = (word: string): boolean => /^[a-z0-9][a-z0-9-]{0,59}$/.test(word);

const text = (value: string | number | null): string => (value === null ? '' : String(value));

type Facts = { title: string; status: string } & Record<(typeof optionalFacts)[number], string | number | null>;
const optionalFacts = ['primaId', 'type', 'budgetUsd', 'coverage', 'year', 'startDate', 'endDate', 'idfRegion', 'donor', 'implementer'] as const;

/** A project's facts as its form holds them: every value a text, '' for none. */
export const factValues = <T extends Facts>(project: T) => ({ title: project.title, status: project.status as T['status'], ...(Object.fromEntries(optionalFacts.map((name) => [name, text(project[name])])) as Record<(typeof optionalFacts)[number], string>) });

type Settings = { attendanceThreshold: string; suppressionMinimum: number; followUpMonths: number; retentionMonths: number; checkMonths: number[]; labelOwner: string | null; labelContact: string | null; timeZone: string };

/** A project's settings as their form holds them: the threshold in percent, months as '3, 6, 12'. */
export const settingValues = (project: Settings) => ({
  attendancePercent: String(Math.round(Number(project.attendanceThreshold) * 1000) / 10),
  suppressionMinimum: String(project.suppressionMinimum),
  followUpMonths: String(project.followUpMonths),
  retentionMonths: String(project.retentionMonths),
  checkMonths: project.checkMonths.join(', '),
  labelOwner: text(project.labelOwner),
  labelContact: text(project.labelContact),
  timeZone: project.timeZone,
});
