import 'server-only';
import { hash, verify } from '@node-rs/argon2';

// OWASP's floor for argon2id; the library's default algorithm is argon2id.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** argon2id hash of a password. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost);

let decoy: Promise<string> | undefined;

/** Does the password fit? Without a hash it takes the same time and says no, so that nobody learns whether an account exists. */
export async function verifyPassword(password: string, passwordHash: string | null): Promise<boolean> {
  decoy ??= hashPassword('no account has this password');
  const fits = await verify(passwordHash ?? (await decoy), password).catch(() => false);
  return passwordHash !== null && fits;
}
