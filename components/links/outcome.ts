import 'server-only';
import { getTranslations } from 'next-intl/server';
import { errorText } from '@/lib/i18n/error-text';
import type { ActionResult } from '@/lib/shared/result';

/** What a form behind a link was told; null before it was sent. `fields`: a sentence per field. */
export type LinkOutcome = { saved: boolean; message: string; fields: Record<string, string> } | null;

/** The result of a link action in the visitor's language. */
export async function outcomeOf(result: ActionResult): Promise<LinkOutcome> {
  if (result.ok) return { saved: true, message: '', fields: {} };
  const t = await getTranslations('errors');
  const fields = Object.fromEntries(Object.entries(result.fieldErrors ?? {}).map(([name, key]) => [name, errorText(t, key, result.params)]));
  return { saved: false, message: errorText(t, result.reason, result.params), fields };
}
