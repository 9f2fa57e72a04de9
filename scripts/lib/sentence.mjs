/** A failure the user can act on: shown as this one sentence, without a stack. */
export class Sentence extends Error {
  name = 'Sentence';
}

/** What to print for any error: a sentence stays a sentence, a surprise keeps its stack. */
export const explain = (error) => (error instanceof Sentence ? error.message : (error?.stack ?? String(error)));
