import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { actionRegistry, runAction } from '@/lib/action';
import { runDaily } from '@/lib/daily/mutations/run';
import { cooperationSummary } from '@/lib/indicators/queries/cooperation';
import { dataGaps } from '@/lib/indicators/queries/desk';
import { headline } from '@/lib/indicators/queries/headline';
import { indicatorPasts } from '@/lib/indicators/queries/trends';
import '@/lib/institutions/actions';
import '@/lib/overview/actions';
import { delivery } from '@/lib/overview/queries/delivery';
import { ownOverview } from '@/lib/overview/queries/visit';
import '@/lib/projects/actions';
import { findProject } from '@/lib/projects/queries';
import { resultsMatrix } from '@/lib/results/queries';
import { aWorld, type World } from '../../support/builders';
import { anAct, refused, take } from '../../support/random-acts';

vi.mock('next/cache', () => ({ revalidatePath() {} }));

async function seen(world: World) {
  const project = await findProject(world.staff, world.slug);
  if (!project) throw new Error('no project');
  return project;
}
const stampOf = async (world: World) => (await ownOverview(world.staff, await seen(world), new Date())).stamp;

/** All that the shared cards of an overview are drawn from. */
async function facts(world: World): Promise<string> {
  const project = await seen(world);
  const today = '2019-12-01';
  const read = await Promise.all([
    headline(world.staff, { ...project, today }),
    resultsMatrix(world.staff, project.id),
    indicatorPasts(world.staff, project),
    dataGaps(world.staff, project.id, today),
    delivery(world.staff, project.id, today),
    cooperationSummary(world.staff, project.id, 'en'),
  ]);
  return JSON.stringify([project.title, project.budgetUsd, project.attendanceThreshold, ...read]);
}

async function act(name: string, viewer: World['staff'], input: unknown) {
  const spec = actionRegistry.get(name);
  if (!spec) throw new Error(name);
  expect(await runAction(spec, viewer, input), name).toMatchObject({ ok: true });
}

test('after any act, what the cards of an overview rest on is the same where its stamp is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { minLength: 8, maxLength: 16 }), async (sequence) => {
      const world = await aWorld();
      const people = [...world.people(3), ...world.people(3, 'male', world.border)];
      const known = new Map([[await stampOf(world), await facts(world)]]);
      for (const one of sequence) {
        await take(world, people, one).catch(refused);
        const [stamp, now] = [await stampOf(world), await facts(world)];
        expect(now, one.act).toBe(known.get(stamp) ?? now);
        known.set(stamp, now);
      }
      expect(known.size).toBeGreaterThan(1);
    }),
    { numRuns: 6, seed: 20191107 },
  );
}, 120_000);

test('a draft, a setting, the name of an institution and the count of a new day change the stamp; a visit does not', async () => {
  const world = await aWorld();
  const admin = { ...world.manager, isAdmin: true };
  let last = await stampOf(world);
  const moved = async () => {
    const before = last;
    last = await stampOf(world);
    return last !== before;
  };
  await world.save(world.training({ title: 'A draft' }));
  expect(await moved(), 'a draft').toBe(true);
  await world.approved(world.training({ people: world.people(3) }));
  expect(await moved(), 'an approval').toBe(true);
  expect(await moved(), 'nothing').toBe(false);
  await act('institutions.rename', admin, { institutionId: world.border, version: 1, validFrom: '2019-06-01', abbreviation: null, names: { en: `Border police of ${world.slug}`, cnr: null } });
  expect(await moved(), 'a name').toBe(true);
  await runDaily(new Date(Date.now() + 86_400_000));
  expect(await moved(), 'a new day').toBe(true);
  await act('overview.visit', world.staff, { projectId: world.projectId, seen: true });
  expect(await moved(), 'a visit').toBe(false);
});
