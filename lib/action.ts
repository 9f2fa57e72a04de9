import 'server-only';
import { sql } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { revalidatePath } from 'next/cache';
import type { z } from 'zod';
import { database, type Reader, type Transaction, writing } from '@/db/client';
import { projects, receipts } from '@/db/schema';
import { may, type Permission, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { type AuditTrail, auditTrail } from '@/lib/audit/mutations';
import { nilChain } from '@/lib/audit/rules';
import { getViewer } from '@/lib/auth/viewer';
import { dateIn } from '@/lib/shared/dates';
import { flattenZodIssues } from '@/lib/shared/issues';
import { isId } from '@/lib/shared/ids';
import { type ActionResult, notFound, Refusal } from '@/lib/shared/result';
import { together } from '@/lib/shared/together';

export type ProjectScope = { id: string; slug: string; projectsId: string; timeZone: string; endDate: string | null; retentionMonths: number };
/** What every mutation gets: one transaction, who acts, the trail, and the moment; nothing else from outside. */
export type Work = {
  tx: Transaction;
  /** null: the system (seed, command line) */
  actor: Viewer | null;
  audit: AuditTrail;
  now: Date;
  /** calendar date of `now` in the project's time zone */
  today: string;
};
export type ProjectWork = Work & { project: ProjectScope };
/** An account at what is its own. */
export type OwnWork = Work & { actor: Viewer };

type Spec<S extends z.ZodType, T, W extends Work> = {
  /** stands in the audit trail and in the access matrix test */
  name: string;
  permission: Permission;
  schema: S;
  run: (work: W, input: z.output<S>) => Promise<T>;
  /** the input's `id` is a client-made UUIDv7 of a new record: a second send is recognised */
  creates?: boolean;
  /** false: forms save by themselves with it every few seconds and refresh what they show when the hand saves */
  refresh?: false;
};
/** Projects: input carries `projectId`, the actor needs the permission there. Global: the actor needs it as admin. Own: any account, at what is its own. */
export type ActionSpec = Omit<Spec<z.ZodType, unknown, ProjectWork>, 'permission'> & ({ scope: 'project' | 'global'; permission: Permission } | { scope: 'own'; permission: null });
type Action<S extends z.ZodType, T> = (input: z.input<S> | FormData) => Promise<ActionResult<T>>;

/** Every action of the app by name: the access matrix test walks this list. */
export const actionRegistry = new Map<string, ActionSpec>();

/** An action on one project. The only way to write, together with defineGlobalAction (DESIGN §2). Returns refusals, throws surprises. */
export function defineAction<S extends z.ZodType<{ projectId: string }>, T>(spec: Spec<S, T, ProjectWork>): Action<S, T> {
  return register<S, T>({ ...spec, scope: 'project' } as unknown as ActionSpec);
}

/** An action outside any project (users, institutions, projects): needs the permission as admin. */
export function defineGlobalAction<S extends z.ZodType, T>(spec: Spec<S, T, Work>): Action<S, T> {
  return register<S, T>({ ...spec, scope: 'global' } as unknown as ActionSpec);
}

/** An action of an account on what is its own (how often it wants mails): needs no permission, because the mutation touches the actor's rows only. */
export function defineOwnAction<S extends z.ZodType, T>(spec: Omit<Spec<S, T, OwnWork>, 'permission'>): Action<S, T> {
  return register<S, T>({ ...spec, scope: 'own', permission: null } as unknown as ActionSpec);
}

function register<S extends z.ZodType, T>(spec: ActionSpec): Action<S, T> {
  const { name, permission } = spec;
  if (permission === undefined) throw new Error(`action ${name} names no permission`);
  actionRegistry.set(name, spec);
  return async (input) => {
    const viewer = await getViewer();
    const result = (await runAction(spec, viewer, input instanceof FormData ? fromForm(input) : input)) as ActionResult<T>;
    // Figures on any page may rest on what was written; pages are dynamic, so this only empties the browser's own cache.
    if (result.ok && spec.refresh !== false) revalidatePath('/', 'layout');
    return result;
  };
}

// A form without JavaScript sends text only; React adds its own '$ACTION' fields.
export const fromForm = (form: FormData) => Object.fromEntries([...form.entries()].filter(([key]) => !key.startsWith('$ACTION')));

/** Runs an action as a viewer: who? may they? valid? → mutation → audit, in one transaction. Used by actions, routes and tests. */
export async function runAction(spec: ActionSpec, viewer: Viewer | null, input: unknown): Promise<ActionResult> {
  if (!viewer) return { ok: false, reason: 'signedOut' };
  try {
    const projectId = scopeFor(spec, viewer, input);
    const parsed = await spec.schema.safeParseAsync(input);
    if (!parsed.success) return { ok: false, reason: 'invalid', fieldErrors: flattenZodIssues(parsed.error) };
    return await commit(spec, viewer, projectId, parsed.data);
  } catch (error) {
    return failureOf(error);
  }
}

/** An expected refusal as the value that actions return; a surprise is thrown on. */
export function failureOf(error: unknown): ActionResult {
  if (error instanceof Refusal) return error.failure;
  const cause = error instanceof Error && error.cause ? error.cause : error;
  const constraint = (cause as { constraint_name?: string }).constraint_name;
  const known = constraint ? constraintReasons[constraint] : undefined;
  if (known) return { ok: false, reason: known };
  throw error;
}

// Races that a rule cannot see before the write end here with the same words.
const constraintReasons: Record<string, string> = {
  equipment_items_serial_key: 'serialTaken',
  budget_lines_code_key: 'budgetLineTaken',
  custody_remaining: 'piecesMoved',
  custody_order: 'custodyOrder',
  custody_one_hand_over: 'handedOverTwice',
  participants_person_once: 'personTwice',
  users_email_key: 'emailTaken',
  reporting_periods_no_overlap: 'periodsOverlap',
  hand_over_signatures_activity_fk: 'signedStays',
  hand_over_signatures_pkey: 'conflict',
  readings_one_per_period: 'stale',
  projects_slug_unique: 'projectTaken',
  projects_projects_id_unique: 'projectTaken',
  activities_pkey: 'conflict',
  people_pkey: 'conflict',
  evidence_pkey: 'conflict',
  reports_pkey: 'conflict',
  readings_pkey: 'conflict',
};

/** The project that the run is about, once the viewer may do this there; null outside projects. */
function scopeFor(spec: ActionSpec, viewer: Viewer, input: unknown): string | null {
  if (spec.scope === 'own') return null;
  return spec.scope === 'project' ? projectFor(viewer, spec.permission, input) : globalScope(viewer, spec.permission);
}

function globalScope(viewer: Viewer, permission: Permission): null {
  if (!viewer.isAdmin || !may(['admin'], permission)) throw notFound();
  return null;
}

function projectFor(viewer: Viewer, permission: Permission, input: unknown): string {
  const id = typeof input === 'object' && input !== null ? (input as { projectId?: unknown }).projectId : undefined;
  if (!isId(id)) throw notFound();
  const roles = rolesIn(viewer, id);
  if (roles.length === 0) throw notFound();
  if (!may(roles, permission)) throw may(roles, 'records.read') ? new Refusal('forbidden') : notFound();
  return id;
}

/** The project that a run is about, as mutations see it. */
export async function loadProject(id: string, reader: Reader = database()): Promise<ProjectScope> {
  const [project] = await reader
    .select({ id: projects.id, slug: projects.slug, projectsId: projects.projectsId, timeZone: projects.timeZone, endDate: projects.endDate, retentionMonths: projects.retentionMonths })
    .from(projects)
    .where(sql`${projects.id} = ${id}`);
  if (!project) throw notFound();
  return project;
}

function commit(spec: ActionSpec, viewer: Viewer, projectId: string | null, input: unknown): Promise<ActionResult> {
  const now = new Date();
  return writing(async (tx) => {
    const [project, repeated] = await together(
      projectId === null ? Promise.resolve(null) : loadProject(projectId, tx),
      spec.creates ? receive(tx, spec.name, viewer.id, input as { id: string }) : Promise.resolve(false),
    );
    if (repeated) return { ok: true, value: { id: (input as { id: string }).id }, repeated: true };
    const value = await audited(tx, { actor: viewer, actorLabel: '', action: spec.name, project, now }, (work) => spec.run(work as ProjectWork, input));
    return { ok: true, value };
  });
}

/** True when this very record was received before; refuses the same id with another content (DESIGN §2). */
async function receive(tx: Transaction, action: string, actorId: string, input: { id: string; version?: number | null }): Promise<boolean> {
  if (input.version != null) return false;
  // A fast hash of a password must not lie in the database beside its slow one.
  const digest = createHash('sha256').update(canonicalize(JSON.parse(JSON.stringify(input, (key, value) => (key === 'password' ? undefined : value)))) ?? '').digest('hex');
  const fresh = await tx.insert(receipts).values({ id: input.id, action, actorId, digest }).onConflictDoNothing().returning({ id: receipts.id });
  if (fresh.length > 0) return false;
  const [earlier] = await tx.select().from(receipts).where(sql`${receipts.id} = ${input.id}`);
  if (earlier?.digest === digest && earlier.action === action && earlier.actorId === actorId) return true;
  throw new Refusal('conflict');
}

type RunContext = { actor: Viewer | null; actorLabel: string; action: string; project: ProjectScope | null; now: Date };

/** Runs a mutation with a trail and appends it to the project's chain; throws where rows were written without an audit row. */
export async function audited<T>(tx: Transaction, context: RunContext, run: (work: Work | ProjectWork) => Promise<T>): Promise<T> {
  const { actor, actorLabel, action, project, now } = context;
  const trail = auditTrail({ tx, chain: project?.id ?? nilChain, actorId: actor?.id ?? null, actorLabel, action, now });
  const today = dateIn(project?.timeZone ?? 'UTC', now);
  const value = await run({ tx, actor, audit: trail, now, today, ...(project ? { project } : {}) });
  if (trail.size === 0 && (await wroteRows(tx))) throw new Error(`action ${action} wrote without an audit row`);
  await trail.flush();
  return value;
}

// Only asked when nothing was audited, so the usual write pays nothing for it. A statement that writes holds this lock on its table until the end;
// reading FOR UPDATE does not. (The counters of pg_stat_xact_user_tables would still hold what earlier transactions of the connection wrote.)
async function wroteRows(tx: Transaction): Promise<boolean> {
  const [row] = await tx.execute<{ wrote: boolean }>(sql`
    select exists (select from pg_locks l join pg_class c on c.oid = l.relation
      where l.pid = pg_backend_pid() and l.locktype = 'relation' and l.mode = 'RowExclusiveLock' and c.relkind = 'r' and c.relname not in ('receipts', 'audit_heads', 'project_visits')) as wrote`);
  return row?.wrote ?? false;
}

/** Runs a mutation as the system (command line, seed), outside any project, audited like any other. */
export function runAsSystem<T>(label: string, run: (work: Work) => Promise<T>, now: Date = new Date()): Promise<T> {
  return writing((tx) => audited(tx, { actor: null, actorLabel: label, action: label, project: null, now }, run));
}

/** Runs a mutation in a project for an actor at a stated moment: for seeds, imports and test builders. */
export async function runInProject<T>(options: { label: string; projectId: string; actor: Viewer | null; now?: Date }, run: (work: ProjectWork) => Promise<T>): Promise<T> {
  const project = await loadProject(options.projectId);
  const context = { actor: options.actor, actorLabel: options.label, action: options.label, project, now: options.now ?? new Date() };
  return writing((tx) => audited(tx, context, (work) => run(work as ProjectWork)));
}
