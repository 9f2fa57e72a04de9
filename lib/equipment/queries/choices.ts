import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';

/** What an item can be linked to: the project's outputs, and the topics of its trainings. */
export async function itemChoices(viewer: Viewer, project: { id: string }): Promise<{ outputs: { id: string; code: string; statement: string }[]; topics: string[] }> {
  if (!may(rolesIn(viewer, project.id), 'records.write')) return { outputs: [], topics: [] };
  const [outputs, topics] = await Promise.all([
    database().execute<{ id: string; code: string; statement: string }>(sql`select id, code, statement from results where project_id = ${project.id} and level = 'output' order by position, code`),
    database().execute<{ topic: string }>(sql`select distinct tt.topic from training_topics tt join activities a on a.id = tt.activity_id where a.project_id = ${project.id} order by tt.topic limit 300`),
  ]);
  return { outputs, topics: topics.map((row) => row.topic) };
}
