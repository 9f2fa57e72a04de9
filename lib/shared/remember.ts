/** What a map holds under a key, else what `make` says, kept from then on; a map that holds `most` begins anew. */
export function remember<T extends {}>(kept: Map<string, T>, most: number, key: string, make: () => T): T {
  const found = kept.get(key);
  if (found !== undefined) return found;
  const made = make();
  if (kept.size >= most) kept.clear();
  kept.set(key, made);
  return made;
}
