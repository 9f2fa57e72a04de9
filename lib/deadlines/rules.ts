import { addDays, addMonths, daysBetween } from '@/lib/shared/dates';
import type { DeadlineKind } from '@/lib/shared/vocabulary';

/** One deadline of the Fund. `key` names it for good: 'interim:2' is the second interim report. `from`: where it is a window, when that opens. `until`: of an interim report, the last day it reports on. */
export type Deadline = { key: string; kind: DeadlineKind; number: number | null; from: string | null; due: string; until?: string };
/** 'passed': the day to ask for something that not every project needs is over. */
export type DeadlineState = 'done' | 'overdue' | 'soon' | 'coming' | 'passed';
/** `reported`: nobody marked it; an issued report answers it. */
export type DeadlineView = Deadline & { state: DeadlineState; doneOn: string | null; reported: boolean };
/** A report to the donor that was issued: the last day of its period, whether it is the final one, and when it was first issued. */
export type IssuedReport = { to: string; final: boolean; on: string };
/** What is known of the deadlines of a project: those marked as met, and the reports issued. */
export type Met = { marked: readonly { key: string; doneOn: string }[]; issued: readonly IssuedReport[] };

/** How many days before it a deadline is announced. */
export const soonDays = 30;

/**
 * The deadlines of DOMAIN §6 from the project's dates: results monitoring framework and work plan within a month of the start; an interim report on every six
 * months, six weeks after they end, unless the project is over by then; an extension asked for a month before the end; the final report within three months
 * of it; the ex-post evaluation six to twelve months after it. None without the date they hang on. In order of time.
 */
export function fundDeadlines(start: string | null, end: string | null): Deadline[] {
  const one = (kind: DeadlineKind, due: string, from: string | null = null): Deadline => ({ key: kind, kind, number: null, from, due });
  const opening = start ? [one('framework', addMonths(start, 1)), one('workPlan', addMonths(start, 1))] : [];
  const closing = end ? [one('extension', addMonths(end, -1)), one('final', addMonths(end, 3)), one('evaluation', addMonths(end, 12), addMonths(end, 6))] : [];
  return [...opening, ...(start && end ? interims(start, end) : []), ...closing].sort((a, b) => (a.due === b.due ? (a.key < b.key ? -1 : 1) : a.due < b.due ? -1 : 1)); // dates and keys are ASCII: no language's order is asked
}

// The last half-year of a project is answered by the final report.
function interims(start: string, end: string): Deadline[] {
  const made: Deadline[] = [];
  for (let number = 1; ; number += 1) {
    const until = addDays(addMonths(start, 6 * number), -1);
    if (until >= end) return made;
    made.push({ key: `interim:${number}`, kind: 'interim', number, from: null, due: addDays(until, 42), until });
  }
}

/** Must every project meet it? An extension is asked for only where one is needed: once its day has passed nothing is owed. */
export const isOwed = ({ kind }: Pick<Deadline, 'kind'>): boolean => kind !== 'extension';

/** The issued report that answers a deadline: one on the period that ends with the half-year of an interim report, or the final one. Null: none does. */
export const answering = ({ kind, until }: Pick<Deadline, 'kind' | 'until'>, issued: readonly IssuedReport[]): IssuedReport | null =>
  issued.find(({ to, final }) => (kind === 'final' ? final : kind === 'interim' && to === until)) ?? null;

/** How each stands today: met on the day that somebody marked, else on the day the report that answers it was issued. */
export function standing(deadlines: readonly Deadline[], { marked, issued }: Met, today: string): DeadlineView[] {
  const days = new Map(marked.map(({ key, doneOn }) => [key, doneOn]));
  return deadlines.map((deadline) => {
    const own = days.get(deadline.key) ?? null;
    const doneOn = own ?? answering(deadline, issued)?.on ?? null;
    const state = doneOn !== null ? 'done' : deadline.due < today ? (isOwed(deadline) ? 'overdue' : 'passed') : deadline.due <= addDays(today, soonDays) ? 'soon' : 'coming';
    return { ...deadline, doneOn, state, reported: own === null && doneOn !== null };
  });
}

/** The one to think of: the earliest that is still to be met; null when none is. */
export const nextOf = (deadlines: readonly DeadlineView[]): DeadlineView | null => deadlines.find(({ state }) => state !== 'done' && state !== 'passed') ?? null;

/** A report on a period that is over (its last day: `to`), which nobody issued yet. */
export type OwedReport = { periodId: string; period: string; to: string; due: string };
/** What is past its day or comes within the days of an alert: a deadline of the Fund, or a donor report. `days`: until it is due, below 0 since. */
export type Alert = { key: string; due: string; days: number; state: 'overdue' | 'soon' } & (Pick<Deadline, 'kind' | 'number'> | { period: string });
/** As many of them stand on the overview. */
export const alertsShown = 4;

/** What to think of now, the longest overdue first; what is met, or is further away than `soonDays`, is not among it. An interim report of the Fund is not told of beside the report on the same half-year that is due by then. */
export function alertsOf(deadlines: readonly DeadlineView[], owed: readonly OwedReport[], today: string): Alert[] {
  const when = (due: string) => ({ due, days: daysBetween(today, due), state: due < today ? ('overdue' as const) : ('soon' as const) });
  const near = owed.filter(({ due }) => due <= addDays(today, soonDays));
  const told = (deadline: Deadline) => deadline.kind === 'interim' && near.some(({ to, due }) => to === deadline.until && due <= deadline.due);
  const fund = deadlines.filter((deadline) => (deadline.state === 'overdue' || deadline.state === 'soon') && !told(deadline)).map(({ key, kind, number, due }) => ({ key, kind, number, ...when(due) }));
  const reports = near.map(({ periodId, period, due }) => ({ key: periodId, period, ...when(due) }));
  return [...fund, ...reports].sort((a, b) => a.days - b.days);
}

/** Where the report on a period stands; 'none': no day was set for it. */
export type ReportState = 'none' | 'issued' | 'coming' | 'due' | 'overdue';

/** A report is due from the day after its period until one on it is issued, and overdue once its day has passed. */
export function reportState({ to, due, answered }: { to: string; due: string | null; answered: boolean }, today: string): ReportState {
  if (answered) return 'issued';
  if (due === null) return 'none';
  return to >= today ? 'coming' : due < today ? 'overdue' : 'due';
}
