import type { Tone } from '@/components/ui/badge';
import type { Format } from '@/lib/i18n/format';
import type { RiskLevel } from '@/lib/indicators/rules/portfolio';
import type { ProjectStatus } from '@/lib/shared/vocabulary';

export const statusTones: Record<ProjectStatus, Tone> = { planned: 'neutral', active: 'accent', completed: 'good', suspended: 'warn', cancelled: 'neutral' };
export const riskLooks = { high: ['bad', 'error'], medium: ['warn', 'warning'], low: ['good', 'check'] } as const satisfies Record<RiskLevel, [Tone, string]>;

type Amount = { currency: string; amount: number };
/** Amounts as text, each currency by itself; none is a dash. */
export const money = (format: Format, amounts: readonly Amount[]) => amounts.map(({ currency, amount }) => format.money(Math.round(amount), currency)).join(' + ') || '–';

/** The amounts of many projects by currency. */
export function totals(lists: readonly (readonly Amount[])[]): Amount[] {
  const sums = new Map<string, number>();
  for (const { currency, amount } of lists.flat()) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return [...sums].map(([currency, amount]) => ({ currency, amount })).sort((a, b) => b.amount - a.amount);
}
