import { Refusal } from './result';

/**
 * Waits for statements of one transaction that do not depend on each other's answers: sent at once they share a round trip, and run in the order of sending.
 * Unlike Promise.all it waits for all even when one fails, so that none is sent after the transaction was rolled back; then it throws the refusal, if there is
 * one, else what failed first: a row that was refused makes others fail that point at it, and their answers may be through sooner.
 */
export async function together<T extends readonly unknown[]>(...parts: { [K in keyof T]: Promise<T[K]> }): Promise<T> {
  const failures: unknown[] = [];
  const noted = (parts as readonly Promise<unknown>[]).map((part) => part.catch((error: unknown) => void failures.push(error)));
  const values = await Promise.all(noted);
  if (failures.length > 0) throw failures.find((error) => error instanceof Refusal) ?? failures[0];
  return values as unknown as T;
}

type Part<T> = () => Promise<T>;
/** All that was started so far has gone as far as it can without an answer; in particular its statements were handed to the connection. */
const sent = () => new Promise<void>((resolve) => process.nextTick(resolve));

/**
 * `together` for statements that build on each other (a record, then the rows that point at it): each part has sent its first statement before the next one
 * begins, so they run in this order, in one round trip.
 */
export async function inOrder<T extends readonly unknown[]>(...parts: { [K in keyof T]: Part<T[K]> }): Promise<T> {
  const begun: Promise<unknown>[] = [];
  for (const part of parts as readonly Part<unknown>[]) {
    // A statement that drizzle has not sent yet is sent at each `then`: here at one.
    const running = new Promise((resolve, reject) => part().then(resolve, reject));
    running.catch(() => {}); // looked at below, once all have begun
    begun.push(running);
    await sent();
  }
  return together(...begun) as unknown as Promise<T>;
}
