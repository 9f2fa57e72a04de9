import 'server-only';
import { eq } from 'drizzle-orm';
import { notificationRecipients } from '@/db/schema';
import type { OwnWork, Work } from '@/lib/action';
import type { LinkWork } from '@/lib/link-action';
import { Refusal } from '@/lib/shared/result';
import type { ChooseFrequencyInput, FrequencyByLinkInput } from '../schema';
import { lockRecipient, type Recipient } from './recipients';

/** How often the actor wants mails, and in which language. */
export async function chooseFrequency(work: OwnWork, input: ChooseFrequencyInput): Promise<void> {
  await change(work, await lockRecipient(work.tx, { userId: work.actor.id }, work.now), input);
}

/** The same by the link at the foot of a mail: works without an account, and is how one says "no more". */
export async function chooseByLink(work: LinkWork, { frequency, language }: FrequencyByLinkInput): Promise<void> {
  const [recipient] = await work.tx.select().from(notificationRecipients).where(eq(notificationRecipients.id, work.link.subjectId)).for('no key update');
  if (!recipient) throw new Refusal('linkUnknown');
  await change(work, recipient, { frequency, language: language ?? recipient.language });
}

type Choice = Pick<Recipient, 'frequency' | 'language'>;

async function change(work: Work, { id, frequency, language }: Recipient, choice: Choice): Promise<void> {
  await work.tx.update(notificationRecipients).set({ ...choice, updatedAt: work.now }).where(eq(notificationRecipients.id, id));
  work.audit.add('notification_recipients', id, { frequency, language }, choice, 'Chosen by themselves');
}
