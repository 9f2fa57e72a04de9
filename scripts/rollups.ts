import { closeDatabase } from '@/db/client';
import { runInProject } from '@/lib/action';
import { recomputeFigures } from '@/lib/indicators/mutations/recompute';
import { type CheckedProject, projectsToCheck, verifyProject } from '@/lib/indicators/queries/verify';

const help = `Usage: npm run rollups -- COMMAND [PROJECT]

  verify     compare the stored figures with a fresh computation and with plain SQL; prints differences, exit 1 where there are any
  rebuild    compute all figures anew from the approved records

PROJECT is the short name in the address, such as px-0009; without it all projects.`;

const shown = 50;

function describe({ projectsId, asOf, cells, differences }: CheckedProject): string {
  if (asOf === null) return `${projectsId}: no figures were computed yet.`;
  if (differences.length === 0) return `${projectsId}: ${cells} figures as of ${asOf} agree.`;
  const lines = differences.slice(0, shown).map(({ what, stored, should }) => `  ${what}: stored ${stored ?? 'nothing'}, should be ${should ?? 'nothing'}`);
  const more = differences.length > shown ? [`  and ${differences.length - shown} more`] : [];
  return [`${projectsId}: ${differences.length} differences as of ${asOf}`, ...lines, ...more].join('\n');
}

async function verify(slug?: string): Promise<number> {
  let wrong = 0;
  for (const project of await chosen(slug)) {
    const checked = await verifyProject(project);
    wrong += checked.differences.length;
    console.log(describe(checked));
  }
  if (wrong > 0) console.log('To repair: npm run rollups -- rebuild');
  return wrong > 0 ? 1 : 0;
}

async function rebuild(slug?: string): Promise<number> {
  for (const { id, projectsId } of await chosen(slug)) {
    await runInProject({ label: 'rollups rebuild', projectId: id, actor: null }, async (work) => {
      await recomputeFigures(work);
      work.audit.add('projects', id, {}, {}, 'Figures were computed anew from the approved records');
    });
    console.log(`${projectsId}: figures were computed anew.`);
  }
  return 0;
}

async function chosen(slug?: string) {
  const projects = await projectsToCheck(slug);
  if (projects.length === 0 && slug) throw new Error(`There is no project "${slug}".`);
  if (projects.length === 0) console.log('There are no projects yet.');
  return projects;
}

const commands: Record<string, (slug?: string) => Promise<number>> = { verify, rebuild };

try {
  const [command = 'help', slug, ...more] = process.argv.slice(2);
  const run = commands[command];
  if (!run || more.length > 0) {
    console.log(help);
    process.exitCode = command === 'help' ? 0 : 1;
  } else process.exitCode = await run(slug);
} catch (error) {
  process.exitCode = 1;
  console.error((error as Error).message);
} finally {
  await closeDatabase();
}
