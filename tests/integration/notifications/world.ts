import { once } from 'node:events';
import { asc, eq } from 'drizzle-orm';
import { SMTPServer } from 'smtp-server';
import { database } from '@/db/client';
import { actionPoints, memberships, outboxMails, people } from '@/db/schema';
import { aWorld, type World } from '../../support/builders';

export type Got = { to: string[]; text: string; messageId: string };
/** A mail server on loopback. `answer`: what it says to a recipient; an Error refuses. */
export async function aMailServer(answer: (to: string) => Error | undefined = () => undefined, delay = 0) {
  const got: Got[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: ({ address }, _session, done) => done(answer(address)),
    onData(stream, session, done) {
      let text = '';
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      stream.on('end', () => setTimeout(() => {
        got.push({ to: session.envelope.rcptTo.map(({ address }) => address), text, messageId: text.match(/^Message-ID: (.+)$/im)?.[1] ?? '' });
        done();
      }, delay));
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as { port: number };
  return { got, server: { url: `smtp://127.0.0.1:${port}`, from: 'Capacity <capacity@app.example>' }, stop: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

/** A project whose one action point falls due on 30 April 2019; its meeting was on 10 March. Only staff and the managers are members, and nothing else is due. */
export async function aDuePoint(): Promise<{ world: World; pointId: string }> {
  const world = await aWorld();
  await world.approved(world.meeting(world.people(1), '2019-03-10', [{ text: 'Send the list', dueDate: '2019-04-30' }]));
  const [point] = await database().select({ id: actionPoints.id }).from(actionPoints).where(eq(actionPoints.projectId, world.projectId));
  return { world, pointId: point?.id ?? '' };
}

/** Makes somebody with an address, who has no account, responsible for a point. */
export async function owned(pointId: string, email: string): Promise<void> {
  const [person] = await database().select({ id: people.id }).from(people).limit(1);
  await database().update(people).set({ email }).where(eq(people.id, person?.id ?? ''));
  await database().update(actionPoints).set({ personId: person?.id }).where(eq(actionPoints.id, pointId));
}

export const mails = () => database().select().from(outboxMails).orderBy(asc(outboxMails.createdAt), asc(outboxMails.address));
/** Takes everybody off every project, so that one test does not write to the people of another. */
export async function forgetAll(): Promise<void> {
  await database().update(actionPoints).set({ personId: null });
  await database().delete(memberships);
  await database().delete(outboxMails);
}
