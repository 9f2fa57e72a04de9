import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { newId } from '@/lib/shared/ids';
import { aWorld } from '../../support/builders';
import { ownerConnection } from '../../support/database';

const folder = path.resolve(import.meta.dirname, '../../../drizzle');
const migration = readFileSync(path.join(folder, readdirSync(folder).find((file) => file.endsWith('_meeting_series.sql')) ?? ''), 'utf8').split('--> statement-breakpoint');

test('decisions written before they were numbered get their numbers in the order of their meetings', async () => {
  const world = await aWorld();
  const save = (date: string, texts: string[]) => {
    const form = world.meeting(world.people(1), date);
    if (form.kind !== 'meeting') throw new Error('no meeting');
    return world.save({ ...form, detail: { ...form.detail, decisions: texts.map((text) => ({ id: newId(), text })) } });
  };
  await save('2019-05-01', ['Third', 'Fourth']);
  await save('2019-02-01', ['First', 'Second']);
  const sql = ownerConnection();
  try {
    await sql.begin(async (tx) => {
      await tx.unsafe('alter table decisions drop column project_id, drop column number; alter table meetings drop column series_id; alter table projects drop column decisions_numbered');
      for (const statement of migration) await tx.unsafe(statement);
    });
    const rows = await sql`select d.number, d.text, p.decisions_numbered from decisions d join projects p on p.id = d.project_id where p.id = ${world.projectId} order by d.number`;
    expect(rows.map((row) => [row.number, row.text, row.decisions_numbered])).toEqual([[1, 'First', 4], [2, 'Second', 4], [3, 'Third', 4], [4, 'Fourth', 4]]);
  } finally {
    await sql.end();
  }
});
