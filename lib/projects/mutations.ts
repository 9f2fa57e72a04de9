import 'server-only';
import { and, eq, inArray, ne, or, sql } from 'drizzle-orm';
import { among } from '@/db/recordset';
import { institutions, milestones, projectInstitutions, projects, readings, reportingPeriods, reports, results } from '@/db/schema';
import type { ProjectWork, Work } from '@/lib/action';
import { lastChange } from '@/lib/audit/mutations';
import { forgetPeriod, freezePeriod, recomputeFigures } from '@/lib/indicators/mutations/recompute';
import { dateIn } from '@/lib/shared/dates';
import { notFound, Refusal } from '@/lib/shared/result';
import { factValues, settingValues, slugOf } from './rules';
import type { CreatePeriodInput, CreateProjectInput, ProjectSettingsInput, SetProjectInstitutionInput, UpdatePeriodInput, UpdateProjectInput } from './schema';

/** Refuses when one of the dates lies in a closed period: it locks every record, for all roles (DOMAIN §3). */
export async function assertOpen(work: ProjectWork, ...dates: (string | null)[]): Promise<void> {
  const given = [...new Set(dates.filter((date) => date !== null))];
  if (given.length === 0) return;
  // The share lock makes a closing of the period wait for this write, or this write for the closing.
  const touched = await work.tx
    .select({ name: reportingPeriods.name, closedAt: reportingPeriods.closedAt })
    .from(reportingPeriods)
    .where(and(eq(reportingPeriods.projectId, work.project.id), or(...given.map((date) => sql`${date}::date between ${reportingPeriods.fromDate} and ${reportingPeriods.toDate}`))))
    .orderBy(reportingPeriods.fromDate)
    .for('share');
  const lock = touched.find((period) => period.closedAt !== null);
  if (lock) throw new Refusal('periodClosed', { params: { period: lock.name } });
}

/** Refuses when one of the institutions does not exist. */
export async function assertInstitutions(work: Work, ids: (string | null)[], field: string): Promise<void> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return;
  const found = await work.tx.select({ id: institutions.id }).from(institutions).where(among(institutions.id, wanted));
  if (found.length < wanted.length) throw new Refusal('noSuchInstitution', { field });
}

/** Refuses when one of the results is not of this project. */
export async function assertResults(work: ProjectWork, ids: string[], field: string): Promise<void> {
  if (ids.length === 0) return;
  const found = await work.tx.select({ id: results.id }).from(results).where(and(eq(results.projectId, work.project.id), inArray(results.id, ids)));
  if (found.length < new Set(ids).size) throw new Refusal('noSuchResult', { field });
}

/**
 * Closes a reporting period: locks every record dated in it. The first closing freezes its figures for good (DOMAIN §2.3). Refuses while
 * submitted records or readings of the period still wait for review.
 */
export async function closePeriod(work: ProjectWork, input: { periodId: string }): Promise<void> {
  const period = await lockPeriod(work, input.periodId);
  if (period.closedAt) throw new Refusal('wrongState');
  const waiting = await waitingIn(work, period);
  if (waiting > 0) throw new Refusal('recordsWait', { params: { n: waiting } });
  await recomputeFigures(work);
  if (!period.frozenAt) await freezePeriod(work, period.id);
  const after = { closedAt: work.now, closedBy: work.actor?.id ?? null, frozenAt: period.frozenAt ?? work.now };
  await work.tx.update(reportingPeriods).set({ ...after, version: period.version + 1 }).where(eq(reportingPeriods.id, period.id));
  work.audit.add('reporting_periods', period.id, { closedAt: null, frozenAt: period.frozenAt }, { closedAt: after.closedAt, frozenAt: after.frozenAt });
}

/** Opens a closed period again, with a reason. Its figures stay frozen: what changes now is shown as a restatement (DOMAIN §2.3, §3). */
export async function reopenPeriod(work: ProjectWork, input: { periodId: string; reason: string }): Promise<void> {
  const period = await lockPeriod(work, input.periodId);
  if (!period.closedAt) throw new Refusal('wrongState');
  await work.tx.update(reportingPeriods).set({ closedAt: null, closedBy: null, version: period.version + 1 }).where(eq(reportingPeriods.id, period.id));
  work.audit.add('reporting_periods', period.id, { closedAt: period.closedAt }, { closedAt: null }, input.reason);
}

/** Adds a reporting period. Refuses one that overlaps another or has its name; figures of what lies in it move to it. */
export async function createPeriod(work: ProjectWork, input: CreatePeriodInput): Promise<{ id: string }> {
  const { id, name, from: fromDate, to: toDate, dueDate } = input;
  await assertApart(work, input);
  await work.tx.insert(reportingPeriods).values({ id, projectId: work.project.id, name, fromDate, toDate, dueDate });
  work.audit.add('reporting_periods', id, {}, { name, fromDate, toDate, dueDate });
  await recomputeFigures(work);
  return { id };
}

/** Refuses days that another period of the project has, and its name. */
async function assertApart(work: ProjectWork, { id, name, from, to }: Pick<CreatePeriodInput, 'id' | 'name' | 'from' | 'to'>): Promise<void> {
  const others = and(eq(reportingPeriods.projectId, work.project.id), ne(reportingPeriods.id, id));
  const [other] = await work.tx.select({ name: reportingPeriods.name }).from(reportingPeriods).where(and(others, sql`${reportingPeriods.fromDate} <= ${to} and ${reportingPeriods.toDate} >= ${from}`));
  if (other) throw new Refusal('invalid', { fieldErrors: { from: `periodOverlaps:${other.name}` } });
  const [namesake] = await work.tx.select({ id: reportingPeriods.id }).from(reportingPeriods).where(and(others, sql`lower(${reportingPeriods.name}) = lower(${name})`));
  if (namesake) throw new Refusal('invalid', { fieldErrors: { name: 'periodNameTaken' } });
}

/**
 * Changes an open reporting period; figures follow its days. Refuses a closed one, other days where its figures were frozen (DOMAIN §2.3), days or a name that
 * another has, and a newer version.
 */
export async function updatePeriod(work: ProjectWork, input: Omit<UpdatePeriodInput, 'projectId'>): Promise<{ version: number }> {
  const { name, from: fromDate, to: toDate, dueDate } = input;
  const before = await openPeriod(work, input.id, input.version);
  const moved = before.fromDate !== fromDate || before.toDate !== toDate;
  if (moved && before.frozenAt) throw new Refusal('invalid', { fieldErrors: { [before.fromDate === fromDate ? 'to' : 'from']: 'periodDaysFrozen' } });
  await assertApart(work, input);
  const after = { name, fromDate, toDate, dueDate };
  if (!moved && before.name === name && before.dueDate === dueDate) return { version: before.version };
  const version = before.version + 1;
  await work.tx.update(reportingPeriods).set({ ...after, version }).where(eq(reportingPeriods.id, before.id));
  work.audit.add('reporting_periods', before.id, { name: before.name, fromDate: before.fromDate, toDate: before.toDate, dueDate: before.dueDate }, after);
  if (moved) await recomputeFigures(work);
  return { version };
}

/** Takes away a reporting period that was entered by mistake. Refuses one that was ever closed, one with milestones, readings or a report, and a newer version. */
export async function removePeriod(work: ProjectWork, input: { periodId: string; version: number }): Promise<void> {
  const period = await openPeriod(work, input.periodId, input.version);
  if (period.frozenAt) throw new Refusal('periodWasClosed');
  const held = await Promise.all([milestones, readings, reports].map((table) => work.tx.$count(table, eq(table.periodId, period.id))));
  const n = held.reduce((sum, one) => sum + one, 0);
  if (n > 0) throw new Refusal('periodHolds', { params: { n } });
  await forgetPeriod(work, period.id);
  await work.tx.delete(reportingPeriods).where(eq(reportingPeriods.id, period.id));
  work.audit.add('reporting_periods', period.id, { name: period.name, fromDate: period.fromDate, toDate: period.toDate, dueDate: period.dueDate }, {});
  await recomputeFigures(work);
}

async function openPeriod(work: ProjectWork, periodId: string, version: number) {
  const period = await lockPeriod(work, periodId);
  const { name, fromDate: from, toDate: to, dueDate } = period;
  if (period.version !== version) throw new Refusal('stale', { current: { version: period.version, values: { name, from, to, dueDate: dueDate ?? '' }, ...(await lastChange(work.tx, period.id)) } });
  if (period.closedAt) throw new Refusal('periodClosed', { params: { period: name } });
  return period;
}

/** Changes how the project counts and hides. Refuses a lower suppression minimum (DOMAIN §5); figures follow, those of closed periods stay. */
export async function updateSettings(work: ProjectWork, input: Omit<ProjectSettingsInput, 'projectId'>): Promise<{ version: number }> {
  const before = await lockProject(work, work.project.id, input.version, settingValues);
  if (input.suppressionMinimum < before.suppressionMinimum) throw new Refusal('onlyRaised', { field: 'suppressionMinimum', params: { n: before.suppressionMinimum } });
  const { suppressionMinimum, followUpMonths, retentionMonths, checkMonths, labelOwner, labelContact, timeZone } = input;
  const attendanceThreshold = (input.attendancePercent / 100).toFixed(3);
  const after = { attendanceThreshold, suppressionMinimum, followUpMonths, retentionMonths, checkMonths, labelOwner, labelContact, timeZone };
  const old = Object.fromEntries(Object.keys(after).map((key) => [key, before[key as keyof typeof after]]));
  const version = before.version + 1;
  await work.tx.update(projects).set({ ...after, version }).where(eq(projects.id, before.id));
  work.audit.add('projects', before.id, { ...old, version: before.version }, { ...after, version });
  await recomputeFigures({ ...work, today: dateIn(timeZone, work.now) });
  return { version };
}

/** Lists an institution in the project in a role, changes the role, or (null) takes it off; who counts as counterpart decides figures (DOMAIN §2.9). */
export async function setProjectInstitution(work: ProjectWork, input: Omit<SetProjectInstitutionInput, 'projectId'>): Promise<void> {
  const { institutionId, role } = input;
  await assertInstitutions(work, [institutionId], 'institutionId');
  const key = and(eq(projectInstitutions.projectId, work.project.id), eq(projectInstitutions.institutionId, institutionId));
  const [before] = await work.tx.select({ role: projectInstitutions.role }).from(projectInstitutions).where(key);
  if ((before?.role ?? null) === role) return;
  if (role === null) await work.tx.delete(projectInstitutions).where(key);
  else await work.tx.insert(projectInstitutions).values({ projectId: work.project.id, institutionId, role }).onConflictDoUpdate({ target: [projectInstitutions.projectId, projectInstitutions.institutionId], set: { role } });
  work.audit.add('project_institutions', institutionId, { role: before?.role ?? null }, { role });
  await recomputeFigures(work);
}

/** Makes a project. Refuses a Projects id whose address is taken. */
export async function createProject(work: Work, input: CreateProjectInput): Promise<{ id: string; slug: string }> {
  const slug = slugOf(input.projectsId);
  const [taken] = await work.tx.select({ id: projects.id }).from(projects).where(or(eq(projects.slug, slug), sql`lower(${projects.projectsId}) = lower(${input.projectsId})`));
  if (taken) throw new Refusal('projectTaken', { field: 'projectsId' });
  const row = { ...input, slug, budgetUsd: input.budgetUsd?.toFixed(2) ?? null };
  await work.tx.insert(projects).values({ ...row, createdAt: work.now });
  work.audit.add('projects', input.id, {}, row);
  return { id: input.id, slug };
}

/** Changes the facts of a project. Refuses when somebody else has changed them since. */
export async function updateProject(work: Work, input: UpdateProjectInput): Promise<{ version: number }> {
  const before = await lockProject(work, input.id, input.version, factValues);
  const { id, version, ...facts } = input;
  const after = { ...facts, budgetUsd: facts.budgetUsd?.toFixed(2) ?? null };
  await work.tx.update(projects).set({ ...after, version: version + 1 }).where(eq(projects.id, id));
  const old = Object.fromEntries(Object.keys(after).map((key) => [key, before[key as keyof typeof before]]));
  work.audit.add('projects', id, { ...old, version }, { ...after, version: version + 1 });
  return { version: version + 1 };
}

async function lockProject(work: Work, id: string, version: number, valuesOf: (project: typeof projects.$inferSelect) => Record<string, unknown>) {
  const [project] = await work.tx.select().from(projects).where(eq(projects.id, id)).for('no key update');
  if (!project) throw notFound();
  if (project.version !== version) throw new Refusal('stale', { current: { version: project.version, values: valuesOf(project), ...(await lastChange(work.tx, id)) } });
  return project;
}

async function lockPeriod(work: ProjectWork, periodId: string) {
  const [period] = await work.tx.select().from(reportingPeriods).where(and(eq(reportingPeriods.id, periodId), eq(reportingPeriods.projectId, work.project.id))).for('no key update');
  if (!period) throw notFound();
  return period;
}

async function waitingIn(work: ProjectWork, period: { id: string; fromDate: string; toDate: string }): Promise<number> {
  const [row] = await work.tx.execute<{ waiting: number }>(sql`
    select (select count(*) from activities where project_id = ${work.project.id} and review_state = 'submitted' and on_date between ${period.fromDate} and ${period.toDate})::int
      + (select count(*) from readings where project_id = ${work.project.id} and period_id = ${period.id} and review_state = 'submitted')::int as waiting`);
  return row?.waiting ?? 0;
}
