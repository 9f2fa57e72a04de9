import { runInProject } from '@/lib/action';
import { fileStore } from '@/lib/storage/store';
import { seedBase } from './base';
import { certificateSteps } from './certificates';
import { assertDemoDatabase } from './guard';
import { laterSteps } from './later';
import { questionnaireSteps } from './learning';
import { seedMatrix } from './matrix';
import { makePeople } from './people';
import { makeRandom } from './random';
import { readingSteps } from './readings';
import { recordSteps } from './records';
import { registerSteps } from './register';
import { reportSteps } from './report';
import { stockSteps } from './stock';
import { momentOf, type World } from './world';

const seed = 2018;

/**
 * Loads the demo project into an empty embedded database: the public facts of PX.0009 as they are, and made-up activity content on top.
 * Every record goes through the app's own mutations, played in order of time, so that reviews, audit and figures are what the app would have made.
 * Same seed, same data. Refuses (throws a sentence) another server or a database that has users.
 */
export async function seedDemo(options: { dataDir?: string } = {}): Promise<void> {
  await assertDemoDatabase();
  const random = makeRandom(seed);
  const base = await seedBase(random);
  const matrix = await runInProject({ label: 'plan.save', projectId: base.projectId, actor: base.users.manager, now: momentOf('2018-01-30T09:00') }, (work) => seedMatrix(work, { random, projectId: base.projectId, periods: base.periods }));
  const world: World = { ...base, ...matrix, random, store: fileStore(options.dataDir), people: makePeople(random, base.institutions), known: new Set(), records: new Map() };
  await play(world);
}

async function play(world: World): Promise<void> {
  const steps = [...recordSteps(world), ...laterSteps(), ...questionnaireSteps(), ...registerSteps(), ...readingSteps(world), ...reportSteps(world), ...certificateSteps(world), ...stockSteps()].sort((a, b) => a.at.localeCompare(b.at));
  for (const { at, by, action, run } of steps) {
    const named = (error: unknown) => new Error(`the demo stops at ${at} (${action})`, { cause: error });
    await runInProject({ label: action, projectId: world.projectId, actor: world.users[by], now: momentOf(at) }, (work) => run(work, world)).catch((error) => Promise.reject(named(error)));
  }
}
