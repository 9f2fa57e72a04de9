import type { OverviewCard } from '@/lib/shared/vocabulary';

/** What the list of things to do says of the figures. */
export type Behind = { indicators: number; points: number };
export type KeptCards = {
  /** the HTML of the cards drawn so far; null: a card that this reader does not get */
  drawn: Map<OverviewCard, string | null>;
  /** null: nothing was read for these cards yet */
  behind: Behind | null;
  /** from when on the clock alone changes what they show */
  until: Date | null;
};

const kept = new Map<string, { under: string; cards: KeptCards }>();
/** So many are kept at most, each some 100 kB; who was not asked for longest makes room. */
const most = 200;

/**
 * The cards that were drawn for such a reader of a project (`of`: project, roles, language, day, period) while `under` said the same (`Overview.stamp`, which
 * changes with every write), or a place to keep them. The stamp must be read before the facts: then what is kept is at least as new as its stamp.
 */
export function keptCards(of: readonly (string | undefined)[], under: string, now: Date): KeptCards {
  const key = JSON.stringify(of);
  const known = kept.get(key);
  const stands = known && known.under === under && (known.cards.until === null || now < known.cards.until);
  const cards: KeptCards = stands ? known.cards : { drawn: new Map(), behind: null, until: null };
  kept.delete(key);
  kept.set(key, { under, cards });
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
  return cards;
}
