'use server';
import { cookies } from 'next/headers';
import { type LinkOutcome, outcomeOf } from '@/components/links/outcome';
import { answerQuestionnaireAction } from '@/lib/learning/actions';
import { deviceCookie } from './device';

const text = (form: FormData, name: string) => String(form.get(name) ?? '');

/** 'score.<item>' fields as scores; what was passed over is left out. */
function scoresIn(form: FormData): { itemId: string; score: number }[] {
  const fields = [...form.entries()].filter(([name, value]) => name.startsWith('score.') && value !== '');
  return fields.map(([name, value]) => ({ itemId: name.slice('score.'.length), score: Number(value) }));
}

export async function sendQuestionnaire(_before: LinkOutcome, form: FormData): Promise<LinkOutcome> {
  const token = text(form, 'token');
  const result = await answerQuestionnaireAction({ token, answerId: text(form, 'answerId'), scores: scoresIn(form), comment: text(form, 'comment') });
  if (result.ok) (await cookies()).set(deviceCookie(token), '1', { path: '/questionnaire', maxAge: 60 * 86_400, httpOnly: true, sameSite: 'lax' });
  return outcomeOf(result);
}
