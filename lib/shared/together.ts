/**
 * Waits for statements of one transaction that do not depend on each other's answers: sent at once they share a round trip, and run in the order of sending.
 * Unlike Promise.all it waits for all even when one fails, so that none is sent after the transaction was rolled back; then it throws what failed first.
 */
export async function together<T extends readonly unknown[]>(...parts: { [K in keyof T]: Promise<T[K]> }): Promise<T> {
  const failures: unknown[] = [];
  const noted = (parts as readonly Promise<unknown>[]).map((part) => part.catch((error: unknown) => void failures.push(error)));
  const values = await Promise.all(noted);
  if (failures.length > 0) throw failures[0];
  return values as unknown as T;
}
