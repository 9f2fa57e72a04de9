'use client';
import { differences } from '@/components/form/errors';
import { saveActivityAction } from '@/lib/activities/actions';
import type { SaveActivityForm } from '@/lib/activities/schema';
import type { ActionResult } from '@/lib/shared/result';

type Saved = { id: string; reference: string; version: number };

type Stored = { reference: string; version: number; values: Record<string, unknown>; people: Record<string, unknown>; editedBy: string; editedAt: string };

/**
 * Saves. Where somebody saved first, fetches what stands now, so that both texts can be shown side by side; `base` is what the form went on from.
 * Nobody is asked where there is nothing to choose: the answer to the first save was lost on the way, or only a file came in between.
 */
export async function saveOrExplain(input: SaveActivityForm, base: Record<string, unknown>): Promise<ActionResult<Saved>> {
  const result = await saveActivityAction(input);
  const lost = input.version === null && (result.ok ? result.repeated === true : result.reason === 'conflict');
  if (!lost && (result.ok || result.reason !== 'stale')) return result;
  const stored = await storedRecord(input);
  if (!stored) return result.ok ? { ok: false, reason: 'network' } : result;
  const nothingToChoose = lost ? stored.version === 1 : differences(base, base, stored.values).length === 0;
  if (!nothingToChoose) return { ok: false, reason: 'stale', current: stored };
  return result.ok ? { ok: true, value: { ...result.value, reference: stored.reference, version: stored.version } } : saveActivityAction({ ...input, version: stored.version });
}

async function storedRecord({ id, projectId }: SaveActivityForm): Promise<Stored | null> {
  const response = await fetch(`/api/activities/${id}/form?project=${projectId}`).catch(() => null);
  return response?.ok ? ((await response.json()) as Stored) : null;
}
