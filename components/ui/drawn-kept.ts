type Kept = { html: string; since: number };

// One for the process: React's server part and the part that writes markup are bundled apart and would each have their own.
const held = globalThis as { capacityDrawn?: Map<string, Kept> };
/** Of a request that was broken off nobody takes the rest. */
const longest = 60_000;

/** Keeps the HTML of a drawn part until the markup of the same response is written; gives the place it is taken from. */
export function keepForMarkup(html: string, now = Date.now()): string {
  held.capacityDrawn ??= new Map();
  for (const [at, { since }] of held.capacityDrawn) {
    if (now - since < longest) break;
    held.capacityDrawn.delete(at);
  }
  const at = crypto.randomUUID();
  held.capacityDrawn.set(at, { html, since: now });
  return at;
}

/** The HTML kept at a place, once. Throws where there is none: an empty part would look like no data. */
export function takeForMarkup(at: string): string {
  const kept = held.capacityDrawn?.get(at);
  if (!kept) throw new Error('a drawn part without its HTML');
  held.capacityDrawn?.delete(at);
  return kept.html;
}
