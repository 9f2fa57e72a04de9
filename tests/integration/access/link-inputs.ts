import { randomUUID } from 'node:crypto';
import { issueLink } from '@/lib/links/mutations';
import type { LinkPurpose } from '@/lib/shared/vocabulary';
import { type Fixture, signed } from './inputs';

type Entry = {
  /** the subject of this purpose in a fixture */
  subject: (fixture: Fixture) => string;
  /** what the visitor says, right in every respect; the token is added */
  input: Record<string, unknown>;
  /** the part of it that differs between fixtures */
  about?: (fixture: Fixture) => Record<string, unknown>;
};

/** One entry per link action of the app. */
export const linkEntries: Record<string, Entry> = {
  'learning.answerByLink': { subject: ({ ids }) => ids.followUp, input: { applied: 'yes', note: null } },
  'actionPoints.reportProgress': { subject: ({ ids }) => ids.actionPoint, input: { text: 'Sent', done: 'yes', file: null } },
  'notifications.chooseByLink': { subject: ({ ids }) => ids.recipient, input: { frequency: 'never', language: null } },
  'learning.confirmByLink': { subject: ({ ids }) => ids.followUp, input: { confirmed: 'yes' } },
  'signing.signByLink': { subject: ({ ids }) => ids.handOver, input: signed('0'.repeat(64)), about: ({ ids }) => ({ contentSha: ids.handOverSha }) },
  'meetings.commentByLink': { subject: ({ ids }) => ids.meeting, input: { institutionId: null, text: 'The day is wrong' } },
  'learning.answerQuestionnaire': { subject: ({ approved }) => approved.id, input: { answerId: randomUUID(), scores: [], comment: null }, about: ({ ids }) => ({ answerId: randomUUID(), scores: [{ itemId: ids.statement, score: 5 }] }) },
};

/** A link as staff makes it; the token stands at the end of its address. */
export async function aLink(fixture: Fixture, purpose: LinkPurpose, subjectId: string, now?: Date): Promise<{ id: string; token: string }> {
  const { world } = fixture;
  const { id, url } = await world.as(world.staff, (work) => issueLink(work, { purpose, subjectId }), now);
  return { id, token: url.split('/').at(-1) ?? '' };
}
