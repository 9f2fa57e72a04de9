import { isId } from '@/lib/shared/ids';
import { type ReasonKey, reasonKeys } from './verdict';

/** What is asked for: a period or the whole (null), counted or left out, one reason or all (null), which page of lines. */
export type ExplainAsked = { periodId: string | null; leftOut: boolean; reason: ReasonKey | null; page: number };

/** What an address asks for; what it does not know is the default. */
export function explainAsked(query: Record<string, string | string[] | undefined>): ExplainAsked {
  const page = Number(query.page);
  return {
    periodId: typeof query.period === 'string' && isId(query.period) ? query.period : null,
    leftOut: query.list === 'out',
    reason: reasonKeys.find((known) => known === query.reason) ?? null,
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}
