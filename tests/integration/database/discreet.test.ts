import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { users } from '@/db/schema';
import { newId } from '@/lib/shared/ids';

test('a failed statement tells what failed, never the values it was given', async () => {
  const row = { email: 'vesna.secret@test.example', name: 'Vesna Secret', passwordHash: 'hash-that-is-nobodys-business' };
  await database().insert(users).values({ id: newId(), ...row });
  const error = await database().insert(users).values({ id: newId(), ...row }).then(() => null, (failure: unknown) => failure);
  const said = inspect(error, { depth: 5 });
  expect(said).toContain('users_email_key');
  expect(said).not.toMatch(/secret|nobodys/i);
  const unsafe = await database().execute("select 'x'::uuid").then(() => null, (failure: unknown) => failure);
  expect(inspect(unsafe)).toContain('invalid input syntax');
});
