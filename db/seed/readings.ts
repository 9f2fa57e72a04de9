import { approveReading, type SavedReading, saveReading, submitReading } from '@/lib/indicators/mutations/readings';
import { type ReadingPlan, readings } from './data/readings';
import { momentOf, need, type Step, type World } from './world';

/** Readings of the reported indicators: entered and handed in by staff, approved by the manager; the last ones still wait. */
export const readingSteps = (world: World): Step[] => readings.flatMap((plan) => stepsOf(plan, world));

function stepsOf(plan: ReadingPlan, world: World): Step[] {
  const id = world.random.id(momentOf(plan.at));
  let saved: SavedReading = { id, version: 1 };
  const ref = () => ({ projectId: world.projectId, readingId: id, version: saved.version, note: null });
  const { code, period, at, value, source, comment = null, approvedAt } = plan;
  const steps: Step[] = [
    {
      at,
      by: 'staff',
      action: 'readings.save',
      run: async (work) => {
        const input = { projectId: world.projectId, id, version: null, indicatorId: need(world.indicators, code), periodId: world.periods[period]?.id ?? '' };
        saved = await saveReading(work, { ...input, value, readOn: at.slice(0, 10), source, comment });
      },
    },
    {
      at: at.replace(/\d$/, '5'),
      by: 'staff',
      action: 'readings.submit',
      run: async (work) => {
        saved = await submitReading(work, ref());
      },
    },
  ];
  if (!approvedAt) return steps;
  const approve = async (work: Parameters<typeof approveReading>[0]) => {
    saved = await approveReading(work, ref());
  };
  return [...steps, { at: approvedAt, by: 'manager', action: 'readings.approve', run: approve }];
}
