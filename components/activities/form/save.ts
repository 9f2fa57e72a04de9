'use client';
import { saveActivityAction } from '@/lib/activities/actions';
import type { SaveActivityForm } from '@/lib/activities/schema';
import type { ActionResult } from '@/lib/shared/result';

type Saved = { id: string; reference: string; version: number };

/** Saves; where somebody saved first, fetches what stands now, so that both texts can be shown side by side. */
export async function saveOrExplain(input: SaveActivityForm): Promise<ActionResult<Saved>> {
  const result = await saveActivityAction(input);
  // The same first send with other words: an answer was lost on the way, so the record is there at version 1.
  const lost = !result.ok && result.reason === 'conflict' && input.version === null;
  if (result.ok || (result.reason !== 'stale' && !lost)) return result;
  const response = await fetch(`/api/activities/${input.id}/form?project=${input.projectId}`).catch(() => null);
  if (!response?.ok) return result;
  return { ...result, reason: 'stale', current: await response.json() };
}
