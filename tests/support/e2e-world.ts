// Run by the browser tests (tests/e2e/world.ts): makes a project of its own for one spec and prints what the spec needs to know.
import { inArray } from 'drizzle-orm';
import { closeDatabase, database } from '@/db/client';
import { users } from '@/db/schema';
import { hashPassword } from '@/lib/auth/password';
import { aWorld } from './builders';

const world = await aWorld();
const viewers = { admin: world.admin, manager: world.manager, reviewer: world.reviewer, staff: world.staff, donor: world.donor, outsider: world.outsider };
const passwordHash = await hashPassword('capacity-demo');
await database().update(users).set({ passwordHash }).where(inArray(users.id, Object.values(viewers).map((viewer) => viewer.id)));
const approved = await world.approved(world.training({ people: [...world.people(6), ...world.people(7, 'male', world.border)], gain: 25, title: 'Counted training' }));
const submitted = await world.submitted(world.training({ people: world.people(3), title: 'Handed-in training' }));
const draft = await world.save(world.training({ title: 'Draft training' }));
const emails = Object.fromEntries(Object.entries(viewers).map(([role, viewer]) => [role, viewer.email]));
const userIds = Object.fromEntries(Object.entries(viewers).map(([role, viewer]) => [role, viewer.id]));
console.log(JSON.stringify({ slug: world.slug, projectId: world.projectId, emails, userIds, approved, submitted, draft: { ...draft }, periods: world.periods }));
await closeDatabase();
