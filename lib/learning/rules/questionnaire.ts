import { smallestShown } from '@/lib/access/suppression';

/** The questionnaire that a project starts with; it changes it in its settings. */
export const defaultItems: readonly { textEn: string; textCnr: string }[] = [
  { textEn: 'The training was relevant to my work.', textCnr: 'Obuka je bila važna za moj posao.' },
  { textEn: 'The content was neither too easy nor too hard for me.', textCnr: 'Sadržaj za mene nije bio ni prelak ni pretežak.' },
  { textEn: 'The trainers explained clearly.', textCnr: 'Predavači su jasno objašnjavali.' },
  { textEn: 'Exercises and discussions helped me learn.', textCnr: 'Vježbe i razgovori su mi pomogli da naučim.' },
  { textEn: 'I will be able to use what I learnt.', textCnr: 'Moći ću da primijenim ono što sam naučio/la.' },
  { textEn: 'Place, time and materials were well organised.', textCnr: 'Mjesto, vrijeme i materijali su bili dobro organizovani.' },
];

export const scores = [1, 2, 3, 4, 5] as const;

/** How many gave one statement one score. */
export type ScoreCount = { itemId: string; score: number; count: number };
export type ItemResult = {
  itemId: string;
  /** who answered this statement; null with the rest while they are too few */
  n: number | null;
  mean: number | null;
  /** persons per score, 1 to 5 */
  counts: number[] | null;
};
export type QuestionnaireResult = {
  /** filled-in questionnaires */
  n: number;
  /** fewest for which anything is shown */
  least: number;
  /** enough of them to show anything? */
  shown: boolean;
  items: ItemResult[];
  /** over all scores given, so that no average is averaged; null while hidden or nobody scored */
  mean: number | null;
  comments: string[];
};

/** Fewest answers of which anything is shown, in a project with this minimum. */
export const leastShown = (minimum: number): number => Math.max(minimum, smallestShown.officials);

type Given = { n: number; scores: readonly ScoreCount[]; comments: readonly string[]; items: readonly string[] };

/**
 * What a training's answers say together. From fewer than five (or the project's own minimum) nothing is shown but how many there are: a score would
 * point at a person, a comment would be recognised (DOMAIN §5). Comments stand in order of the alphabet, which says nothing about who came first.
 */
export function questionnaireResult(given: Given, minimum: number): QuestionnaireResult {
  const least = leastShown(minimum);
  const shown = given.n >= least;
  const items = given.items.map((itemId) => itemResult(itemId, given.scores, shown ? least : Number.POSITIVE_INFINITY));
  const open = items.flatMap((item) => item.counts ?? []);
  const comments = shown ? [...given.comments].sort((a, b) => a.localeCompare(b, 'sr-Latn-ME')) : [];
  return { n: given.n, least, shown, items, mean: open.length > 0 ? meanScore(items.reduce((sums, item) => sums.map((sum, at) => sum + (item.counts?.[at] ?? 0)), scores.map(() => 0))) : null, comments };
}

function itemResult(itemId: string, all: readonly ScoreCount[], least: number): ItemResult {
  const counts = scores.map((score) => all.filter((row) => row.itemId === itemId && row.score === score).reduce((sum, row) => sum + row.count, 0));
  const n = counts.reduce((sum, count) => sum + count, 0);
  return n < least ? { itemId, n: null, mean: null, counts: null } : { itemId, n, mean: meanScore(counts), counts };
}

function meanScore(counts: readonly number[]): number | null {
  const n = counts.reduce((sum, count) => sum + count, 0);
  return n === 0 ? null : counts.reduce((sum, count, at) => sum + count * (at + 1), 0) / n;
}

/** What a training's questionnaires gave in all: how many were filled in, and per statement how many scored it and the sum of their scores. */
export type Rated = { n: number; items: readonly { n: number; sum: number }[] };

/**
 * The mean score over several trainings, from all scores together (no average is averaged), with the questionnaires and trainings behind it. Only of what is
 * shown beside each training itself, so that nothing hidden there can be worked out here; null where that is nothing (DOMAIN §5).
 */
export function pooledMean(trainings: readonly Rated[], minimum: number): { mean: number; n: number; trainings: number } | null {
  const least = leastShown(minimum);
  const open = trainings.flatMap(({ n, items }) => {
    const shown = items.filter((item) => item.n >= least);
    return n >= least && shown.length > 0 ? [{ n, shown }] : [];
  });
  const all = open.flatMap(({ shown }) => shown);
  if (all.length === 0) return null;
  return { mean: all.reduce((sum, item) => sum + item.sum, 0) / all.reduce((sum, item) => sum + item.n, 0), n: open.reduce((sum, { n }) => sum + n, 0), trainings: open.length };
}
