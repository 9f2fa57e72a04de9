import { and, asc, eq, isNull } from 'drizzle-orm';
import { v4 } from 'uuid';
import { questionnaireItems } from '@/db/schema';
import { openQuestionnaire, typeInAnswer } from '@/lib/learning/mutations/questionnaire';
import { comments, questionnaireRounds } from './data/questionnaires';
import { makeRandom } from './random';
import { need, type Step } from './world';

/** What participants said at the end of their training, typed in from paper by staff. Chance of its own, so that the rest of the demo stays as it is. */
export function questionnaireSteps(): Step[] {
  const random = makeRandom(1805);
  const answerId = () => v4({ random: Uint8Array.from({ length: 16 }, () => random.int(0, 255)) });
  const mark = (liked: number) => Math.max(1, Math.min(5, Math.round(liked + (random.next() + random.next() - 1) * 1.8)));
  return questionnaireRounds.flatMap(({ training, at, answers, liked }): Step[] => [
    { at, by: 'staff', action: 'learning.openQuestionnaire', run: async (work, world) => void (await openQuestionnaire(work, { activityId: need(world.records, training).id })) },
    {
      at: `${at.slice(0, 11)}16:00`,
      by: 'staff',
      action: 'learning.typeInAnswer',
      run: async (work, world) => {
        const own = and(eq(questionnaireItems.projectId, world.projectId), isNull(questionnaireItems.withdrawnAt));
        const items = await work.tx.select({ id: questionnaireItems.id }).from(questionnaireItems).where(own).orderBy(asc(questionnaireItems.position));
        for (let paper = 0; paper < answers; paper += 1) {
          const scores = items.map(({ id }) => ({ itemId: id, score: mark(liked) }));
          await typeInAnswer(work, { activityId: need(world.records, training).id, answerId: answerId(), scores, comment: comments[training]?.[paper] ?? null });
        }
      },
    },
  ]);
}
