import type { Viewer } from '@/lib/access/viewer';
import { places, projects, reportingPeriods } from '@/db/schema';
import { runAsSystem, runInProject, type Work } from '@/lib/action';
import { createInstitution } from '@/lib/institutions/mutations';
import { setProjectInstitution } from '@/lib/projects/mutations';
import type { InstitutionKind } from '@/lib/shared/vocabulary';
import { createUser, setMembership } from '@/lib/users/mutations';
import placeRows from './data/places.json';
import { accounts, demoPassword, institutionRoles, periods, span, translatedNames } from './data/project';
import facts from './data/px0009.json';
import type { Random } from './random';
import { type Actor, momentOf, need, type World } from './world';

const started = momentOf('2018-01-29T08:00');
type Base = Pick<World, 'users' | 'projectId' | 'institutions' | 'institutionNames' | 'periods'>;

/** Accounts, places, institutions and the project with its periods and members. */
export async function seedBase(random: Random): Promise<Base> {
  const users = await seedUsers(random);
  const { institutions, institutionNames } = await seedInstitutions(random);
  const projectId = random.id(started);
  await runAsSystem('projects.create', (work) => insertProject(work, projectId), started);
  const made = await seedPeriods(random, projectId);
  for (const account of accounts.filter(({ role }) => role !== null)) {
    await inProject(projectId, 'users.setMembership', (work) => setMembership(work, { email: account.email, role: account.role }));
    users[account.key].memberships.push({ projectId, role: account.role as 'staff' });
  }
  for (const [key, role] of Object.entries(institutionRoles)) await inProject(projectId, 'projects.setInstitution', (work) => setProjectInstitution(work, { institutionId: need(institutions, key), role }));
  return { users, projectId, institutions, institutionNames, periods: made };
}

const inProject = (projectId: string, label: string, run: Parameters<typeof runInProject<void>>[1]) => runInProject({ label, projectId, actor: null, now: started }, run);

async function seedUsers(random: Random): Promise<Record<Actor, Viewer>> {
  const made = accounts.map(({ key, email, name, isAdmin }) => [key, { id: random.id(started), email, name, isAdmin, memberships: [] }] as const);
  await runAsSystem('users.create', async (work) => {
    for (const [, { id, email, name, isAdmin }] of made) await createUser(work, { id, email, name, isAdmin, password: demoPassword });
  }, started);
  return Object.fromEntries(made) as unknown as Record<Actor, Viewer>;
}

type InstitutionFact = { key: string; parent?: string; name: string; local?: string; abbreviation?: string; kind: string; country: string | null };

async function seedInstitutions(random: Random) {
  const list: InstitutionFact[] = facts.institutions;
  const institutions = new Map(list.map(({ key }) => [key, random.id(started)]));
  await runAsSystem('institutions.create', async (work) => {
    await insertPlaces(work, random);
    for (const { key, parent, name, local, abbreviation, kind, country } of list) {
      const names = { en: name, cnr: local ?? translatedNames[key] ?? null };
      await createInstitution(work, { id: need(institutions, key), parentId: parent ? need(institutions, parent) : null, kind: kind.replace(' ', '_') as InstitutionKind, country, abbreviation: abbreviation ?? null, names });
    }
  }, started);
  return { institutions, institutionNames: new Map(list.map(({ key, name, abbreviation }) => [key, { name, short: abbreviation ?? name }])) };
}

async function insertPlaces(work: Work, random: Random): Promise<void> {
  const rows = placeRows.map((place) => ({ id: random.id(started), country: 'ME', ...place }));
  await work.tx.insert(places).values(rows);
  for (const { id, ...place } of rows) work.audit.add('places', id, {}, place);
}

// The app's own form for projects has no rationale and no mark for made-up content, so the facts go in directly.
async function insertProject(work: Work, id: string): Promise<void> {
  const { project } = facts;
  const row = {
    ...{ slug: span.slug, projectsId: project.projectsId, primaId: project.primaId, title: project.title, status: 'completed' as const, type: project.type },
    ...{ budgetUsd: project.budgetUsd, coverage: project.coverage, year: project.year, startDate: span.start, endDate: span.end, idfRegion: project.idfRegion },
    ...{ benefitingMemberStates: project.benefitingMemberStates, donor: project.donor, implementer: project.implementer, rationale: project.rationale },
    ...{ activitiesSummary: project.activitiesSummary, timeZone: span.timeZone, illustrative: true, labelContact: 'equipment@example.org' },
  };
  await work.tx.insert(projects).values({ id, ...row, createdAt: work.now });
  work.audit.add('projects', id, {}, row);
}

async function seedPeriods(random: Random, projectId: string): Promise<World['periods']> {
  const rows = periods.map(({ name, from, to, due }) => ({ id: random.id(started), projectId, name, fromDate: from, toDate: to, dueDate: due }));
  await inProject(projectId, 'projects.createPeriod', async (work) => {
    await work.tx.insert(reportingPeriods).values(rows);
    for (const { id, projectId: _project, ...row } of rows) work.audit.add('reporting_periods', id, {}, row);
  });
  return rows.map(({ id, fromDate, toDate }) => ({ id, from: fromDate, to: toDate }));
}
