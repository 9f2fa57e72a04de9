import { v7 } from 'uuid';

/** Chance that is the same on every run: the demo must be. */
export type Random = {
  /** 0 ≤ x < 1 */
  next(): number;
  /** whole number from min to max, both included */
  int(min: number, max: number): number;
  pick<T>(list: readonly T[]): T;
  shuffle<T>(list: readonly T[]): T[];
  /** a UUIDv7 of this moment */
  id(moment: Date): string;
};

/** A generator (mulberry32) from a fixed seed. */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  const shuffle = <T>(list: readonly T[]) => {
    const mixed = list.map((item) => ({ item, at: next() }));
    return mixed.sort((a, b) => a.at - b.at).map(({ item }) => item);
  };
  const pick = <T>(list: readonly T[]) => list[int(0, list.length - 1)] as T;
  const id = (moment: Date) => v7({ msecs: moment.getTime(), random: Uint8Array.from({ length: 16 }, () => int(0, 255)) });
  return { next, int, pick, shuffle, id };
}
