import { countStates } from '@/lib/indicators/rules/achievement';
import { findMeasure } from '@/lib/indicators/rules/catalogue';
import { type FigureValue, figure } from '@/lib/indicators/rules/figures';
import { addMonths } from '@/lib/shared/dates';
import { type IndicatorState, type OverviewCard, overviewCards } from '@/lib/shared/vocabulary';

export type Layout = { cards: readonly string[]; hidden: readonly string[] };
export type CardPlace = { card: OverviewCard; hidden: boolean };

/** The cards in the account's order. What it never placed stands behind, so that a new card is seen; words that are no card any more are left out. */
export function placed(layout: Layout | null): CardPlace[] {
  const known = (layout?.cards ?? []).filter((card): card is OverviewCard => overviewCards.includes(card as OverviewCard));
  const order = [...new Set([...known, ...overviewCards])];
  return order.map((card) => ({ card, hidden: layout?.hidden.includes(card) ?? false }));
}

const columns = 3;

/** Widths of cards in order of rows of three columns so that each row is full: the last card that fits into a row takes what is left of it. */
export function filled(widths: readonly number[]): number[] {
  const made = [...widths];
  let used = 0;
  made.forEach((width, at) => {
    if (used + width > columns) used = 0;
    used += width;
    const next = widths[at + 1];
    if (next === undefined || used + next > columns) {
      made[at] = width + columns - used;
      used = columns;
    }
  });
  return made;
}

/** The cards after one change; at either end nothing moves. */
export function rearranged(cards: readonly CardPlace[], card: OverviewCard, change: 'up' | 'down' | 'hide' | 'show'): CardPlace[] {
  if (change === 'hide' || change === 'show') return cards.map((one) => (one.card === card ? { card, hidden: change === 'hide' } : one));
  const from = cards.findIndex((one) => one.card === card);
  const to = from + (change === 'up' ? -1 : 1);
  const [moved, other] = [cards[from], cards[to]];
  if (!moved || !other) return [...cards];
  return cards.map((one, index) => (index === from ? other : index === to ? moved : one));
}

const newVisitAfter = 30 * 60_000;

/** The visit that begins or goes on at `now`. Within half an hour of the last look it is the same visit, so that going back to the page does not empty it. */
export function visitAt(last: { seenAt: Date; beforeAt: Date | null } | null, now: Date): { seenAt: Date; beforeAt: Date | null } {
  if (!last) return { seenAt: now, beforeAt: null };
  return { seenAt: now, beforeAt: now.getTime() - last.seenAt.getTime() > newVisitAfter ? last.seenAt : last.beforeAt };
}

/** Months 'YYYY-MM' as runs without gaps: the bars of a plan. */
export function monthRuns(months: readonly string[]): { from: string; to: string }[] {
  const runs: { from: string; to: string }[] = [];
  for (const month of [...new Set(months)].sort()) {
    const last = runs.at(-1);
    if (last && addMonths(`${last.to}-01`, 1).startsWith(month)) last.to = month;
    else runs.push({ from: month, to: month });
  }
  return runs;
}

/** What is compared from period to period, in the order of the page. */
export const comparedMeasures = ['people.uniqueTrained', 'people.participations', 'trainings.delivered', 'scores.gained20.share', 'equipment.handedOver', 'meetings.held', 'meetings.interInstitutional', 'actionPoints.onTime.share'] as const;

export type PeriodCell = { periodId: string; measure: string; numerator: number; denominator: number | null };
type Span = { id: string; from: string };
export type ComparedLine = { measure: string; unit: 'count' | 'share'; before: FigureValue | null; own: FigureValue; /** own − before; of shares in percentage points; null where one has no data */ change: number | null; /** everything up to the end of the period */ upTo: FigureValue };

/** The period asked for, or the latest that has begun; null where none has. */
export const chosenPeriod = <T extends Span>(periods: readonly T[], asked: string | undefined, today: string): T | null =>
  periods.find((period) => period.id === asked) ?? periods.filter((period) => period.from <= today).at(-1) ?? null;

/** The figures of one period beside those of the one before it, and all up to its end (DOMAIN §2.6: shares by their parts, never averaged). `periods` in order of time. */
export function compared(cells: readonly PeriodCell[], periods: readonly Span[], chosen: Span): ComparedLine[] {
  const at = periods.findIndex((period) => period.id === chosen.id);
  return comparedMeasures.map((key) => {
    const measure = findMeasure(key);
    const unit = measure?.unit === 'share' ? 'share' : 'count';
    const of = (spans: readonly Span[]) => figure(cells.filter((cell) => cell.measure === key && spans.some(({ id }) => id === cell.periodId)), measure?.unit ?? 'count');
    const [before, own] = [at > 0 ? of(periods.slice(at - 1, at)) : null, of(periods.slice(at, at + 1))];
    const change = before && before.value !== null && own.value !== null ? own.value - before.value : null;
    return { measure: key, unit, before, own, change, upTo: measure?.combine === 'latest' ? own : of(periods.slice(0, at + 1)) };
  });
}

export type Money = { currency: string; amount: number };

/** Amounts divided by a number of people, each in its own currency; none where nobody was counted. */
export const perPerson = (costs: readonly Money[], people: number): Money[] => (people > 0 ? costs.filter(({ amount }) => amount > 0).map(({ currency, amount }) => ({ currency, amount: amount / people })) : []);

type Standing = { outcomeId: string | null; state: IndicatorState; target: number | null };
export type TrendLine = { /** null: indicators of the objective itself */ outcomeId: string | null; /** per column how many indicators stood in which state */ columns: Record<IndicatorState, number>[]; /** per column: has any of them a target, so that it can be on its way? */ targeted: boolean[] };

/** The indicators below each outcome by state, at one moment after the other; outcomes without indicators are left out. Counted, never averaged (DOMAIN §2.6). */
export const trendOf = (outcomes: readonly (string | null)[], moments: readonly (readonly Standing[])[]): TrendLine[] =>
  outcomes
    .map((outcomeId) => ({ outcomeId, own: moments.map((figures) => figures.filter((figure) => figure.outcomeId === outcomeId)) }))
    .map(({ outcomeId, own }) => ({ outcomeId, columns: own.map((figures) => countStates(figures.map(({ state }) => state))), targeted: own.map((figures) => figures.some(({ target }) => target !== null)) }))
    .filter(({ columns }) => columns.some((counts) => Object.values(counts).some((n) => n > 0)));
