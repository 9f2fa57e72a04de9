import { activityTables } from './activities';
import { equipmentTables } from './equipment';
import { type BenchWorld, sizes, type Table } from './facts';
import { frame } from './frame';
import { meetingTables } from './meetings';
import { register } from './register';

/** Every table with its rows in order of need; one project's rows lie together. */
export function tables(world: BenchWorld): Table[] {
  const size = sizes(world.scale);
  return [...frame(world), ...register(size), ...activityTables(size), ...equipmentTables(size), ...meetingTables(size)];
}
