import { suppress } from '@/lib/access/suppression';
import type { BreakdownRow } from './content';

type Counted<K> = { key: K; before: number; period: number };

/**
 * People of one dimension, small numbers hidden (DOMAIN §5). The cumulative column is protected by itself; a number of the period is shown only where
 * it is safe and what lay before it is safe too, because the difference of the two columns would tell that.
 */
export function hideSmall<K>(rows: readonly Counted<K>[], minimum: number): BreakdownRow<K>[] {
  const hidden = (value: (row: Counted<K>) => number) => new Set(suppress(rows.map((row) => ({ key: row.key, value: value(row) })), minimum).flatMap((row) => (row.value === null ? [row.key] : [])));
  const total = hidden((row) => row.before + row.period);
  const part = new Set([...hidden((row) => row.period), ...hidden((row) => row.before)]);
  return rows.map(({ key, before, period }) => ({ key, period: part.has(key) ? null : period, cumulative: total.has(key) ? null : before + period }));
}
