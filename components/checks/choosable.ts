import { newId } from '@/lib/shared/ids';

/** An item as the check form and its search know it. */
export type Choosable = { id: string; assetTag: string; description: string; serialNumber: string | null; quantity: number };

/** Items to choose from, by words or by id; empty when the server cannot be reached. */
export async function fetchItems(slug: string, by: { q: string } | { id: string }): Promise<Choosable[]> {
  const response = await fetch(`/api/checks/items?${new URLSearchParams({ project: slug, ...by })}`).catch(() => null);
  if (!response?.ok) return [];
  return ((await response.json()) as { items: Choosable[] }).items;
}

/** A row of the form for an item: nothing is chosen beforehand, for that is what the check is about. */
export const rowOf = (item: Choosable) => ({ id: newId(), itemId: item.id, inUse: '', condition: '' });
