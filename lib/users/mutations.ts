import 'server-only';
import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { memberships, users } from '@/db/schema';
import type { ProjectWork, Work } from '@/lib/action';
import { hashPassword } from '@/lib/auth/password';
import { notFound, Refusal } from '@/lib/shared/result';
import type { CreateUserInput, SetMembershipInput } from './schema';

/** Makes an account. Refuses an e-mail address that has one, and on an ordinary server the demo's. Password null: the organisation's sign-in only. */
export async function createUser(work: Work, input: CreateUserInput): Promise<{ id: string }> {
  const [taken] = await work.tx.select({ id: users.id }).from(users).where(sql`lower(${users.email}) = lower(${input.email})`);
  if (taken) throw new Refusal('emailTaken', { field: 'email' });
  const [demo] = await work.tx.execute<{ refused: boolean }>(sql`select demo_account_refused(${input.email}) as refused`);
  if (demo?.refused) throw new Refusal('demoAddress', { field: 'email' });
  const passwordHash = input.password ? await hashPassword(input.password) : null;
  await work.tx.insert(users).values({ id: input.id, email: input.email, name: input.name, isAdmin: input.isAdmin, passwordHash, createdAt: work.now });
  work.audit.add('users', input.id, {}, { email: input.email, name: input.name, isAdmin: input.isAdmin });
  return { id: input.id };
}

/** Sets a new password and ends every session of the account. */
export async function setPassword(work: Work, input: { userId: string; password: string }): Promise<void> {
  const user = await load(work, input.userId);
  const passwordHash = await hashPassword(input.password);
  await work.tx.update(users).set({ passwordHash, sessionEpoch: user.sessionEpoch + 1 }).where(eq(users.id, user.id));
  work.audit.add('users', user.id, { passwordHash: 'old', sessionEpoch: user.sessionEpoch }, { passwordHash: 'new', sessionEpoch: user.sessionEpoch + 1 });
}

/** Disables or enables an account; takes effect on its next request. Nobody disables themselves or the last administrator. */
export async function setUserDisabled(work: Work, input: { userId: string; disabled: boolean }): Promise<void> {
  const user = await load(work, input.userId);
  if (input.disabled) await refuseLastAdmin(work, user);
  if ((user.disabledAt !== null) === input.disabled) return;
  await work.tx.update(users).set({ disabledAt: input.disabled ? work.now : null }).where(eq(users.id, user.id));
  work.audit.add('users', user.id, { disabled: user.disabledAt !== null }, { disabled: input.disabled });
}

/** Gives or takes administrator rights; takes effect on the next request. */
export async function setUserAdmin(work: Work, input: { userId: string; isAdmin: boolean }): Promise<void> {
  const user = await load(work, input.userId);
  if (!input.isAdmin) await refuseLastAdmin(work, user);
  if (user.isAdmin === input.isAdmin) return;
  await work.tx.update(users).set({ isAdmin: input.isAdmin }).where(eq(users.id, user.id));
  work.audit.add('users', user.id, { isAdmin: user.isAdmin }, { isAdmin: input.isAdmin });
}

/** Makes somebody a member of the project in a role, changes the role, or (null) takes them off. */
export async function setMembership(work: ProjectWork, input: Omit<SetMembershipInput, 'projectId'>): Promise<void> {
  const [user] = await work.tx.select({ id: users.id }).from(users).where(sql`lower(${users.email}) = lower(${input.email})`);
  if (!user) throw new Refusal('noSuchAccount', { field: 'email' });
  const key = and(eq(memberships.projectId, work.project.id), eq(memberships.userId, user.id));
  const [before] = await work.tx.select({ role: memberships.role }).from(memberships).where(key);
  if ((before?.role ?? null) === input.role) return;
  if (input.role === null) await work.tx.delete(memberships).where(key);
  else await work.tx.insert(memberships).values({ projectId: work.project.id, userId: user.id, role: input.role, since: work.now }).onConflictDoUpdate({ target: [memberships.projectId, memberships.userId], set: { role: input.role } });
  work.audit.add('memberships', user.id, { role: before?.role ?? null }, { role: input.role });
}

async function load(work: Work, userId: string) {
  const [user] = await work.tx.select().from(users).where(eq(users.id, userId)).for('no key update');
  if (!user) throw notFound();
  return user;
}

async function refuseLastAdmin(work: Work, user: { id: string; isAdmin: boolean }): Promise<void> {
  if (user.id === work.actor?.id) throw new Refusal('notYourself');
  if (!user.isAdmin) return;
  const others = await work.tx.select({ id: users.id }).from(users).where(and(eq(users.isAdmin, true), isNull(users.disabledAt), ne(users.id, user.id))).for('no key update');
  if (others.length === 0) throw new Refusal('lastAdmin');
}
