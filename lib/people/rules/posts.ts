export type Held = { id: string; institutionId: string; post: string | null; from: string | null; to: string | null };
export type PostIssue = { field: 'fromDate' | 'toDate'; reason: 'datesReversed' | 'dateInFuture' | 'postStillOpen' | 'postOverlaps' };

const start = (post: Pick<Held, 'from'>) => post.from ?? '0000-00-00';
const end = (post: Pick<Held, 'to'>) => post.to ?? '9999-99-99';
const title = (post: Pick<Held, 'post'>) => (post.post ?? '').trim().toLocaleLowerCase('sr-Latn-ME');

/** The same institution and the same words for the post. */
export const samePost = (a: Held, b: Held): boolean => a.institutionId === b.institutionId && title(a) === title(b);

/** Do two posts share a day? An unknown beginning reaches back for good, a missing end is today and on. */
export const overlaps = (a: Held, b: Held): boolean => start(a) <= end(b) && start(b) <= end(a);

/** Does somebody hold this post on that day? */
export const heldOn = (post: Pick<Held, 'from' | 'to'>, day: string): boolean => start(post) <= day && end(post) >= day;

/** Why a post cannot stand beside the others of the person, or null. One post at most has no end: the present one. */
export function postIssue(others: readonly Held[], wanted: Held, today: string): PostIssue | null {
  if (wanted.from !== null && wanted.from > today) return { field: 'fromDate', reason: 'dateInFuture' };
  if (wanted.to !== null && wanted.to > today) return { field: 'toDate', reason: 'dateInFuture' };
  if (start(wanted) > end(wanted)) return { field: 'toDate', reason: 'datesReversed' };
  const rest = others.filter((post) => post.id !== wanted.id);
  if (rest.some((post) => samePost(post, wanted) && overlaps(post, wanted))) return { field: 'fromDate', reason: 'postOverlaps' };
  return wanted.to === null && rest.some((post) => post.to === null) ? { field: 'toDate', reason: 'postStillOpen' } : null;
}

/**
 * The posts of two records of one person as the posts of one. The same post held at the same time becomes one over both spans; of two present posts the
 * chosen one stays, the other ends on the day it began, or today where that is unknown or earlier; never before an end that is known. Ids say which rows go on.
 */
export function joinPosts(kept: readonly Held[], merged: readonly Held[], choice: { present: 'kept' | 'merged'; today: string }): Held[] {
  let joined: Held[] = [];
  for (const post of [...kept, ...merged]) {
    const same = joined.filter((other) => samePost(other, post) && overlaps(other, post));
    const all = [post, ...same];
    const one = { ...(same[0] ?? post), from: all.map(({ from }) => from).reduce(earliest), to: all.map(({ to }) => to).reduce(latest) };
    joined = [...joined.filter((other) => !same.includes(other)), one];
  }
  const open = joined.filter((post) => post.to === null);
  const mine = new Set((choice.present === 'kept' ? kept : merged).map((post) => post.id));
  const chosen = open.find((post) => mine.has(post.id)) ?? open[0];
  const ended = (post: Held) => [...kept, ...merged].filter((one) => samePost(one, post) && overlaps(one, post)).map(({ to }) => to ?? start(post));
  return joined.map((post) => (post.to === null && post !== chosen && chosen ? { ...post, to: [closing(post, chosen, choice.today), ...ended(post)].sort().at(-1) ?? choice.today } : post));
}

const earliest = (a: string | null, b: string | null) => (a === null || b === null ? null : a < b ? a : b);
const latest = (a: string | null, b: string | null) => (a === null || b === null ? null : a > b ? a : b);
function closing(post: Held, chosen: Held, today: string): string {
  if (chosen.from !== null && chosen.from >= start(post)) return chosen.from;
  return today >= start(post) ? today : start(post);
}
