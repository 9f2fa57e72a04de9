import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { indicators, institutionNames, institutions, memberships, projectInstitutions, projects, reportingPeriods, results, users } from '@/db/schema';
import type { Viewer } from '@/lib/access/viewer';
import { type ProjectWork, runInProject } from '@/lib/action';
import { saveActivity } from '@/lib/activities/mutations/save';
import { type SaveActivityForm, saveActivitySchema } from '@/lib/activities/schema';
import { attachEvidence } from '@/lib/evidence/mutations';
import { approveActivity, submitActivity } from '@/lib/review/mutations';
import { newId } from '@/lib/shared/ids';
import type { EvidenceKind, InstitutionRole, ProjectRole, Sex } from '@/lib/shared/vocabulary';

export type Person = { id: string; name: string; sex: Sex; institutionId: string };
type TrainingOptions = {
  people?: Person[];
  present?: (person: number, session: number) => boolean;
  sessions?: string[];
  unnamed?: number;
  title?: string;
  gain?: number;
  outputId?: string;
};

let serial = 0;
const sha = () => (++serial).toString(16).padStart(64, '0');

/** A project of its own with people who work on it: two managers, staff, a donor, an outsider. Words of the domain, real mutations. */
export class World {
  readonly projectId = newId();
  readonly slug = `p-${this.projectId.slice(-12)}`;
  manager!: Viewer;
  reviewer!: Viewer;
  staff!: Viewer;
  donor!: Viewer;
  outsider!: Viewer;
  admin!: Viewer;
  ministry = newId();
  unit = newId();
  border = newId();
  prosecutor = newId();
  implementer = newId();
  abroad = newId();
  output = newId();
  periods = { first: newId(), second: newId() };

  /** Runs a mutation in the project as somebody. */
  as<T>(actor: Viewer, run: (work: ProjectWork) => Promise<T>, now = new Date('2019-12-01T10:00:00Z')): Promise<T> {
    return runInProject({ label: 'test', projectId: this.projectId, actor, now }, run);
  }

  async viewer(name: string, role: ProjectRole | null, isAdmin = false): Promise<Viewer> {
    const id = newId();
    const email = `${name}.${id.slice(-8)}@test.example`;
    await database().insert(users).values({ id, email, name, isAdmin });
    if (role) await database().insert(memberships).values({ projectId: this.projectId, userId: id, role });
    return { id, email, name, isAdmin, memberships: role ? [{ projectId: this.projectId, role }] : [] };
  }

  /** A person not yet in the register; saved with the first activity they stand in. */
  person(sex: Sex = 'female', institutionId: string = this.unit): Person {
    serial += 1;
    return { id: newId(), name: `Osoba${serial}`, sex, institutionId };
  }
  people = (count: number, sex: Sex = 'female', institutionId: string = this.unit) => Array.from({ length: count }, () => this.person(sex, institutionId));

  training(options: TrainingOptions = {}): SaveActivityForm {
    const dates = options.sessions ?? ['2019-03-04', '2019-03-05'];
    const sessions = dates.map((date) => ({ id: newId(), date, hours: 6, topic: null }));
    const people = options.people ?? this.people(2);
    const participants = people.map((person, index) => ({
      ...this.participant(person, 'trainee'),
      preScore: options.gain === undefined ? null : 40,
      postScore: options.gain === undefined ? null : 40 + options.gain,
      sessionIds: sessions.filter((_session, position) => options.present?.(index, position) ?? true).map((session) => session.id),
    }));
    const headcounts = options.unnamed ? [{ institutionId: this.border, sex: 'not_stated' as const, count: options.unnamed }] : [];
    const detail = { type: 'course' as const, method: 'in_person' as const, language: null, passMark: null, topics: [] };
    return {
      ...this.common(dates, options.title ?? 'Screening at the border'),
      outputIds: [options.outputId ?? this.output],
      kind: 'training',
      sessions,
      participants,
      headcounts,
      detail,
    };
  }

  meeting(people: Person[], date = '2019-03-10', actionPoints: { text: string; dueDate: string }[] = []): SaveActivityForm {
    const session = { id: newId(), date, hours: null, topic: null };
    const participants = people.map((person) => ({ ...this.participant(person, 'member'), sessionIds: [session.id] }));
    const points = actionPoints.map((point) => ({ id: newId(), institutionId: this.border, personId: null, priority: 'normal' as const, ...point }));
    const detail = {
      type: 'coordination' as const,
      minutes: 'Agreed on the next steps.',
      restricted: false,
      nextDate: null,
      agenda: [{ id: newId(), title: 'Opening', presenter: null }],
      decisions: [],
      actionPoints: points,
    };
    return { ...this.common([date], 'Coordination'), kind: 'meeting', sessions: [session], participants, headcounts: [], detail };
  }

  handOver(items: { serialNumber?: string; quantity?: number; value?: number }[], date = '2019-03-20'): SaveActivityForm {
    const rows = items.map((item) => ({
      id: newId(),
      description: 'Laptop',
      category: 'it' as const,
      make: 'Acme',
      model: 'R1',
      serialNumber: item.serialNumber ?? null,
      quantity: item.quantity ?? 1,
      value: item.value ?? 100,
      currency: 'EUR' as const,
      usdRate: 1.2,
      supplier: null,
      orderNumber: null,
      purchasedOn: null,
      warrantyEnd: null,
    }));
    const detail = { recipientInstitutionId: this.unit, hander: 'A', receiver: 'B', receiverPost: null, terms: null, items: rows };
    return { ...this.common([date], 'Hand-over'), kind: 'equipment', sessions: [], participants: [], headcounts: [], detail };
  }

  private participant = (person: Person, role: 'trainee' | 'member') => ({
    id: newId(),
    personId: person.id,
    person: { id: person.id, givenName: person.name, familyName: 'Test', sex: person.sex, birthYear: null, institutionId: person.institutionId, post: null },
    role,
    institutionId: person.institutionId,
    post: null,
    preScore: null,
    postScore: null,
  });
  private common = (dates: string[], title: string) => ({
    ...{ projectId: this.projectId, id: newId(), version: null, title, description: null, outputIds: [this.output], place: 'Bar', venue: null },
    ...{
      plannedStart: dates[0],
      plannedEnd: dates.at(-1),
      actualStart: dates[0],
      actualEnd: dates.at(-1),
      cost: null,
      costCurrency: null,
      implementation: 'completed' as const,
      implementationReason: null,
      waivers: [],
    },
  });

  save = (form: SaveActivityForm, actor: Viewer = this.staff) => this.as(actor, (work) => saveActivity(work, saveActivitySchema.parse(form)));

  async attach(activityId: string, kind: EvidenceKind, actor: Viewer = this.staff): Promise<number> {
    const file = { sha256: sha(), size: 10, mediaType: 'application/pdf' };
    const done = await this.as(actor, (work) => attachEvidence(work, { id: newId(), activityId, kind, fileName: `${kind}.pdf`, file }));
    return done.version;
  }

  /** Saved by staff, proven and handed in. */
  async submitted(form: SaveActivityForm, actor: Viewer = this.staff): Promise<{ id: string; version: number; reference: string }> {
    const needed: Record<string, EvidenceKind[]> = { training: ['agenda', 'signed_list'], equipment: ['certificate'], meeting: [] };
    const saved = await this.save(form, actor);
    let version = saved.version;
    for (const kind of needed[form.kind] ?? []) version = await this.attach(saved.id, kind, actor);
    return this.as(actor, (work) => submitActivity(work, { projectId: this.projectId, activityId: saved.id, version, note: null }));
  }

  /** Handed in by staff and approved by the manager: it counts. */
  async approved(form: SaveActivityForm): Promise<{ id: string; version: number; reference: string }> {
    const { id, version } = await this.submitted(form);
    return this.as(this.manager, (work) => approveActivity(work, { projectId: this.projectId, activityId: id, version, note: null }));
  }

  /** Cumulative figure of a measure over the project, from the stored roll-ups: [numerator, denominator]. */
  async figure(measure: string, indicatorId: string | null = null): Promise<[number, number | null]> {
    const [row] = await database().execute<{ n: number | null; d: number | null }>(
      sql`select sum(numerator)::float8 as n, sum(denominator)::float8 as d from rollup_cells where project_id = ${this.projectId} and measure = ${measure} and scope = 'cumulative' and indicator_id is not distinct from ${indicatorId}`,
    );
    return [row?.n ?? 0, row?.d ?? null];
  }
}

/** A fresh project in the test's own database. */
export async function aWorld(): Promise<World> {
  const world = new World();
  const db = database();
  await db.insert(projects).values({
    id: world.projectId,
    slug: world.slug,
    projectsId: world.slug.toUpperCase(),
    title: 'Test project',
    status: 'active',
    startDate: '2019-01-01',
    endDate: '2019-12-31',
    timeZone: 'Europe/Podgorica',
  });
  const tree: [string, string | null, string, string | null, InstitutionRole][] = [
    [world.ministry, null, 'Ministry', 'ME', 'counterpart'],
    [world.unit, world.ministry, 'Unit', 'ME', 'counterpart'],
    [world.border, world.ministry, 'Border', 'ME', 'counterpart'],
    [world.prosecutor, null, 'Prosecutor', 'ME', 'counterpart'],
    [world.implementer, null, 'Implementer', null, 'implementer'],
    [world.abroad, null, 'Abroad', 'AL', 'regional'],
  ];
  await db.insert(institutions).values(tree.map(([id, parentId, , country]) => ({ id, parentId, country, kind: 'police' as const })));
  await db.insert(institutionNames).values(tree.map(([institutionId, , name]) => ({ institutionId, language: 'en', name })));
  await db.insert(projectInstitutions).values(tree.map(([institutionId, , , , role]) => ({ projectId: world.projectId, institutionId, role })));
  await db.insert(results).values({ id: world.output, projectId: world.projectId, level: 'output', code: '1.1', statement: 'Output', position: 0 });
  await db.insert(indicators).values({
    projectId: world.projectId,
    resultId: world.output,
    code: '1.1.a',
    statement: 'Trained',
    unit: 'persons',
    method: 'computed',
    measure: 'people.uniqueTrained',
    target: '10',
    baseline: '0',
    position: 0,
  });
  await db.insert(reportingPeriods).values([
    { id: world.periods.first, projectId: world.projectId, name: '2019-1', fromDate: '2019-01-01', toDate: '2019-06-30' },
    { id: world.periods.second, projectId: world.projectId, name: '2019-2', fromDate: '2019-07-01', toDate: '2019-12-31' },
  ]);
  world.manager = await world.viewer('Manager', 'manager');
  world.reviewer = await world.viewer('Reviewer', 'manager');
  world.staff = await world.viewer('Staff', 'staff');
  world.donor = await world.viewer('Donor', 'donor');
  world.outsider = await world.viewer('Outsider', null);
  world.admin = await world.viewer('Admin', null, true);
  return world;
}
