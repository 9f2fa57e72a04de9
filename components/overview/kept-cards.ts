import type { News } from '@/lib/overview/queries/visit';
import { remember } from '@/lib/shared/remember';
import type { OverviewCard } from '@/lib/shared/vocabulary';

/** What the list of things to do says of the figures. */
export type Behind = { indicators: number; points: number };
export type KeptCards = {
  /** the HTML of the cards drawn so far; null: a card that this reader does not get */
  drawn: Map<OverviewCard, string | null>;
  /** cards side by side, put together; those with a reader's own things to do under what these are */
  runs: Map<string, string>;
  /** what is new to a reader since a visit, for those who looked last (`newsFor`) */
  news: Map<string, News>;
  /** null: nothing was read for these cards yet */
  behind: Behind | null;
  /** from when on the clock alone changes what they show */
  until: Date | null;
};

const kept = new Map<string, { under: string; cards: KeptCards }>();
/** So many are kept at most, each with its runs up to 1 MB in memory; who was not asked for longest makes room. */
export const most = 60;

/**
 * The cards that were drawn for such a reader of a project (`of`: project, roles, language, day, period) while `under` said the same (`Overview.stamp`, which
 * changes with every write), or a place to keep them. The stamp must be read before the facts: then what is kept is at least as new as its stamp.
 */
export function keptCards(of: readonly (string | undefined)[], under: string, now: Date): KeptCards {
  const key = JSON.stringify(of);
  const known = kept.get(key);
  const stands = known && known.under === under && (known.cards.until === null || now < known.cards.until);
  const cards: KeptCards = stands ? known.cards : { drawn: new Map(), runs: new Map(), news: new Map(), behind: null, until: null };
  kept.delete(key);
  kept.set(key, { under, cards });
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
  return cards;
}

/** So many arrangements of the same cards, and so many readers' news, are kept beside each other; then they begin anew. */
const limits = { runs: 3, news: 50 };

/** The HTML of cards side by side as put together before under the same key, else as `make` says. */
export const runOf = ({ runs }: KeptCards, key: string, make: () => string): string => remember(runs, limits.runs, key, make);

/** What is new to a reader since their visit, as known under the same stamp, else as `read` says. */
export async function newsFor({ news }: KeptCards, of: readonly [viewerId: string, since: Date | null], read: () => Promise<News>): Promise<News> {
  const key = JSON.stringify(of);
  const found = news.get(key) ?? (await read());
  return remember(news, limits.news, key, () => found);
}
