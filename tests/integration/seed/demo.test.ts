import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { asc, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { closeDatabase, database } from '@/db/client';
import { activities, auditLog, evidence, projects, reportVersions } from '@/db/schema';
import facts from '@/db/seed/data/px0009.json';
import { seedDemo } from '@/db/seed/demo';
import { brokenAt } from '@/lib/audit/rules';
import { catalogue } from '@/lib/indicators/rules/catalogue';
import { fileStore } from '@/lib/storage/store';
import { typeOf } from '@/lib/storage/types';
import { migrate } from '../../../scripts/migrate.mjs';
import { ownerConnection } from '../../support/database';
import { fingerprint, recount, recounts, shown } from './recount';

const dataDir = mkdtempSync(path.join(tmpdir(), 'demo-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
beforeAll(() => seedDemo({ dataDir }), 180_000);

const one = async (query: string) => Number(Object.values((await database().execute<Record<string, unknown>>(sql.raw(query)))[0] ?? {})[0]);

describe('the demo project', () => {
  it('holds the public facts exactly', async () => {
    const [project] = await database().select().from(projects);
    const { startYear: _start, endYear: _end, status: _status, ...stated } = facts.project;
    expect(project).toMatchObject({ ...stated, slug: 'px-0009', status: 'completed', illustrative: true, startDate: '2018-02-01', endDate: '2019-07-31', timeZone: 'Europe/Podgorica' });
  });

  it.each([
    ['trainings', `select count(*) from trainings`, 6],
    ['meetings', `select count(*) from meetings`, 8],
    ['hand-overs', `select count(*) from hand_overs`, 4],
    ['items', `select sum(quantity) from equipment_items`, 24],
    ['action points', `select count(*) from action_points`, 20],
    ['states of action points', `select count(distinct status) from action_points`, 5],
    ['moved action points', `select count(*) from action_points where due_date > first_due_date`, 1],
    ['people', `select count(*) from people`, 115],
    ['people who moved or left', `select count(distinct person_id) from person_posts where to_date is not null`, 12],
    ['accounts', `select count(*) from users`, 5],
    ['municipalities', `select count(*) from places where lat is not null and code is not null and source is not null`, 25],
    ['periods closed', `select count(*) from reporting_periods where closed_at is not null and frozen_at is not null`, 2],
    ['periods', `select count(*) from reporting_periods`, 3],
    ['indicators', `select count(*) from indicators`, JSON.stringify(facts.results).split('"unit":').length - 1],
    ['issued reports', `select count(*) from report_versions`, 1],
    ['unnamed people', `select sum(count) from headcounts`, 4],
    ['names borne twice', `select count(*) from (select 1 from people group by given_name, family_name having count(*) > 1) x`, 0],
    ['unapproved records in closed periods', `select count(*) from activities a join reporting_periods p on a.on_date between p.from_date and p.to_date where p.closed_at is not null and a.review_state <> 'approved'`, 0],
    ['restatements', `select count(*) from rollup_cells where restatement`, 0],
    ['approvals by who created or last edited', `select count(*) from reviews r join activities a on a.id = r.activity_id where r.step = 'approved' and r.by_user_id in (a.created_by, a.last_edited_by)`, 0],
  ])('has its %s', async (_what, query, count) => expect(await one(query)).toBe(count));

  it('shows records in every review state', async () => {
    const rows = await database().selectDistinct({ state: activities.reviewState }).from(activities).orderBy(asc(activities.reviewState));
    expect(rows.map((row) => row.state)).toEqual(['approved', 'draft', 'reopened', 'returned', 'submitted', 'withdrawn']);
  });

  it('has evidence that opens', async () => {
    const files = await database().select().from(evidence);
    expect(files.length).toBeGreaterThan(40);
    for (const file of files) {
      const stream = await fileStore(dataDir).open(file.sha256);
      const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
      expect((await typeOf(bytes))?.mediaType).toBe(file.mediaType);
      expect([bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([file.size, file.sha256]);
      expect(Buffer.from(bytes).subarray(-8).toString('latin1')).toContain(file.mediaType === 'image/png' ? 'IEND' : '%%EOF');
    }
  });

  it('issued a report whose hash holds', async () => {
    const [version] = await database().select().from(reportVersions);
    expect(createHash('sha256').update(version?.content ?? '').digest('hex')).toBe(version?.sha256);
  });

  it('left an unbroken audit trail', async () => {
    const rows = await database().select().from(auditLog).orderBy(asc(auditLog.chain), asc(auditLog.seq));
    for (const chain of new Set(rows.map((row) => row.chain))) {
      const entries = rows.filter((row) => row.chain === chain).map(({ actorLabel: _label, ...row }) => ({ ...row, at: row.at.toISOString() }));
      expect(brokenAt(entries)).toBeNull();
    }
  });
});

describe('figures', () => {
  it.each(Object.keys(recounts))('%s is what plain SQL counts', async (measure) => expect(await shown(measure)).toEqual(await recount(measure)));

  it('leaves no measure without a recount, but the one that is a matter of reading', () => {
    expect(catalogue.map((measure) => measure.key).filter((key) => !(key in recounts))).toEqual(['meetings.interInstitutional']);
  });

  it('counts every approved meeting as inter-institutional', async () => expect(await shown('meetings.interInstitutional')).toEqual(await recount('meetings.held')));

  it('has closed periods that show what was frozen', async () => {
    const cells = (table: string) => sql.raw(`select measure, indicator_id, period_id, institution_id, sex, numerator::float8, denominator::float8 from ${table} where (numerator <> 0 or denominator <> 0) and period_id in (select id from reporting_periods where closed_at is not null) order by 1, 2, 3, 4, 5`);
    expect(await database().execute(cells('rollup_cells'))).toEqual(await database().execute(cells('frozen_cells')));
  });

  it('has a value of about 28,000 USD in all', async () => expect(await one(`select sum(value_usd) from equipment_items`)).toBeCloseTo(28_000, -3));
});

describe('loading', () => {
  it('refuses a database that has users', async () => expect(seedDemo({ dataDir })).rejects.toThrow('has users already'));

  it('gives the same data on every run', async () => {
    const first = await fingerprint();
    await startOver();
    await seedDemo({ dataDir });
    expect(await fingerprint()).toEqual(first);
  }, 180_000);
});

async function startOver(): Promise<void> {
  await closeDatabase();
  const owner = ownerConnection();
  await owner.unsafe('drop schema public cascade; drop schema if exists drizzle cascade; create schema public');
  await owner.end();
  const address = new URL(inject('ownerUrl'));
  address.pathname = new URL(process.env.DATABASE_URL ?? '').pathname;
  await migrate(address.href);
}
