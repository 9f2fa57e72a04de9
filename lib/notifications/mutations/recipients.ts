import 'server-only';
import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { notificationRecipients } from '@/db/schema';
import { newId } from '@/lib/shared/ids';

export type Recipient = typeof notificationRecipients.$inferSelect;
/** An account, or an address without one. */
export type Addressee = { userId: string } | { address: string };

export const hashAddress = (address: string): string => createHash('sha256').update(address.trim().toLowerCase()).digest('hex');

export const addresseeOf = ({ userId, address }: { userId: string | null; address: string }): Addressee => (userId ? { userId } : { address });

const isThem = (to: Addressee) => ('userId' in to ? eq(notificationRecipients.userId, to.userId) : eq(notificationRecipients.addressHash, hashAddress(to.address)));

/** The row of somebody who receives mails, locked: whoever writes to them waits for this, so that nothing is said twice. Made where it is the first time. */
export async function lockRecipient(tx: Transaction, to: Addressee, now: Date): Promise<Recipient> {
  const find = async () => (await tx.select().from(notificationRecipients).where(isThem(to)).for('no key update'))[0];
  const known = await find();
  if (known) return known;
  const who = 'userId' in to ? { userId: to.userId } : { addressHash: hashAddress(to.address) };
  await tx.insert(notificationRecipients).values({ id: newId(), ...who, updatedAt: now }).onConflictDoNothing();
  const made = await find();
  if (!made) throw new Error('a recipient vanished');
  return made;
}
