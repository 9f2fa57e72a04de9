import { newId } from '@/lib/shared/ids';

/** An item as the check form and its search know it. */
export type Choosable = { id: string; assetTag: string; description: string; serialNumber: string | null; quantity: number };

/** A place, and how many items were last found there. */
export type ChoosableRoom = { location: string; items: number };
type Found = { items: Choosable[]; rooms: ChoosableRoom[] };

/** What there is to choose from: by words items and places, by id one item, by place all that were last found there; empty when the server cannot be reached. */
export async function fetchItems(slug: string, by: { q: string } | { id: string } | { room: string }): Promise<Found> {
  const response = await fetch(`/api/checks/items?${new URLSearchParams({ project: slug, ...by })}`).catch(() => null);
  return response?.ok ? ((await response.json()) as Found) : { items: [], rooms: [] };
}

/** A row of the form for an item: nothing is chosen beforehand, for that is what the check is about. */
export const rowOf = (item: Choosable) => ({ id: newId(), itemId: item.id, inUse: '', condition: '' });
