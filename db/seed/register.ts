import { and, eq, isNull } from 'drizzle-orm';
import { personPosts } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { savePost } from '@/lib/people/mutations/posts';
import { addPeople } from '@/lib/people/mutations/register';
import { keepUntil } from '@/lib/people/mutations/retention';
import { addDays } from '@/lib/shared/dates';
import { doubles, type Move, moves, retention } from './data/moves';
import { momentOf, need, type Person, type Step, type World } from './world';

/** What happens to people beside the activities: they move on, are entered twice, and are kept until some day. */
export const registerSteps = (): Step[] => [...moves.map(moveStep), ...doubles.map(doubleStep), retentionStep];

const moveStep = (move: Move): Step => ({
  at: move.at,
  by: 'staff',
  action: 'people.savePost',
  run: async (work, world) => {
    const { id: personId } = need(world.people, move.who);
    const [present] = await work.tx.select().from(personPosts).where(and(eq(personPosts.personId, personId), isNull(personPosts.toDate)));
    if (!present) throw new Error(`${move.who} holds no post to leave`);
    const { id, version, institutionId, post, fromDate } = present;
    await savePost(work, { projectId: world.projectId, personId, id, version, institutionId, post, fromDate, toDate: move.lastDay });
    if (move.to) await takeUp(work, world, { personId, ...move });
  },
});

const takeUp = (work: ProjectWork, world: World, { personId, to, post, lastDay }: Move & { personId: string }) =>
  savePost(work, { projectId: world.projectId, personId, id: world.random.id(work.now), version: null, institutionId: need(world.institutions, to ?? ''), post, fromDate: addDays(lastDay, 1), toDate: null });

const doubleStep = ({ at, who, written }: (typeof doubles)[number]): Step => ({
  at,
  by: 'staff',
  action: 'people.save',
  run: async (work, world) => {
    const { key: _key, ...person } = need(world.people, who);
    await addPeople(work, [{ ...person, ...otherwise(person, written), id: world.random.id(momentOf(at)) }]);
  },
});

/** 'Đorđe Šćepanović' as 'SCEPANOVIC Djordje', or as 'Đ. Šćepanović'. */
function otherwise({ givenName, familyName }: Pick<Person, 'givenName' | 'familyName'>, written: 'plain' | 'initial') {
  if (written === 'initial') return { givenName: `${givenName.charAt(0)}.`, familyName };
  const plain = (name: string) => name.replace(/đ/g, 'dj').replace(/Đ/g, 'Dj').normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return { givenName: plain(familyName), familyName: plain(givenName) };
}

const retentionStep: Step = {
  at: retention.at,
  by: 'manager',
  action: 'people.keepUntil',
  run: async (work, world) => {
    const all = [...world.people.values()].filter(({ id }) => world.known.has(id));
    const until = (key: string) => retention.dated[key] ?? retention.until;
    for (const day of new Set(all.map(({ key }) => until(key)))) {
      await keepUntil(work, { projectId: world.projectId, personIds: all.filter(({ key }) => until(key) === day).map(({ id }) => id), retainUntil: day, reason: retention.reason });
    }
  },
};
