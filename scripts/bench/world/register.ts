import { names } from '@/db/seed/data/names';
import { makeRandom } from '@/db/seed/random';
import { each, idOf, per, perProject, type Sizes, type Table, table, unitsOf, type Value } from './facts';

/** The people and their posts. */
export function register(size: Sizes): Table[] {
  const person = (n: number) => makeRandom(n + 1);
  const group = names.montenegrin;
  const named = (n: number): Value[] => {
    const random = person(n);
    const sex = random.next() < 0.4 ? 'female' : 'male';
    return [random.pick(group[sex]), `${random.pick(group.family)} ${random.pick(names.bosniak.family)}`, sex];
  };
  const own = (project: number, row: (n: number) => Value[]) => each(size.people, (k) => [row(project * size.people + k)]);
  return [
    table(
      'people',
      'id given_name family_name sex birth_year created_by',
      perProject((p) => own(p, (n) => [idOf('person', n), ...named(n), 1960 + (n % 40), idOf('user', 2)])),
    ),
    table(
      'person_posts',
      'id person_id institution_id post',
      perProject((p) => own(p, (n) => [idOf('post', n), idOf('person', n), idOf('institution', unitsOf(p)[n % per.units] ?? 0), 'Officer'])),
    ),
    table(
      'project_people',
      'project_id person_id',
      perProject((p) => own(p, (n) => [idOf('project', p), idOf('person', n)])),
    ),
  ];
}
