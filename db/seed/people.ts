import type { Sex } from '@/lib/shared/vocabulary';
import { type NameGroup, names } from './data/names';
import { type Group, groups } from './data/people';
import type { Random } from './random';
import { momentOf, need, type Person } from './world';

/** Everybody who may stand in an activity, by key; they enter the register with their first one. */
export function makePeople(random: Random, institutions: ReadonlyMap<string, string>): Map<string, Person> {
  const taken = new Set<string>();
  const made = groups.flatMap((group) => sexesOf(random, group).map((sex, index) => personOf(random, { group, sex, index, taken, institutionId: need(institutions, group.institution) })));
  return new Map(made.map((person) => [person.key, person]));
}

function sexesOf(random: Random, group: Group): Sex[] {
  const of = (sex: Sex, count: number) => Array.from({ length: count }, () => sex);
  return random.shuffle([...of('female', group.women), ...of('male', group.men), ...of('not_stated', group.unstated ?? 0)]);
}

type Making = { group: Group; sex: Sex; index: number; taken: Set<string>; institutionId: string };

function personOf(random: Random, { group, sex, index, taken, institutionId }: Making): Person {
  const { givenName, familyName } = freeName(random, group.names === 'local' ? localGroup(random) : group.names, sex, taken);
  const birthYear = random.next() < 0.7 ? random.int(1966, 1994) : null;
  const post = group.posts[index % group.posts.length] ?? null;
  return { id: random.id(momentOf('2018-02-05T08:00')), key: `${group.key}${index + 1}`, givenName, familyName, sex, birthYear, institutionId, post };
}

function localGroup(random: Random): NameGroup {
  const at = random.next();
  return at < 0.8 ? 'montenegrin' : at < 0.91 ? 'bosniak' : 'albanian';
}

// No two people share a name: that is a case of its own, for the register to solve.
function freeName(random: Random, group: NameGroup, sex: Sex, taken: Set<string>): { givenName: string; familyName: string } {
  for (;;) {
    const givenName: string = random.pick<string>(names[group][sex === 'female' ? 'female' : 'male']);
    const familyName: string = random.pick<string>(names[group].family);
    if (taken.has(`${givenName} ${familyName}`)) continue;
    taken.add(`${givenName} ${familyName}`);
    return { givenName, familyName };
  }
}
