/** How many rows of a list are read at a time when all of them are written to a file. */
export const exportBatch = 1000;

/** Every row of a list that is read page by page, one page in memory at a time: a file has no last page that a screen would have. */
export async function* everyRow<T>(read: (after: string | undefined) => Promise<{ rows: T[]; next: string | null }>): AsyncGenerator<T> {
  for (let after: string | undefined; ; ) {
    const { rows, next } = await read(after);
    yield* rows;
    if (next === null || rows.length === 0) return;
    after = next;
  }
}
