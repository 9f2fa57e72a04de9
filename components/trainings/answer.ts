'use server';
import { getTranslations } from 'next-intl/server';
import { errorText } from '@/lib/i18n/error-text';
import { answerFollowUpAction } from '@/lib/trainings/actions';

/** What a form was told: the sentence, and per field. `saved`: it went through. */
export type AnswerOutcome = { saved: boolean; message: string; fields: Record<string, string>; typed: Record<string, string> } | null;

const choice = (value: FormDataEntryValue | null) => (value === 'yes' ? true : value === 'no' ? false : null);

/** Records the answer that a plain form holds; with and without JavaScript. */
export async function answer(_before: AnswerOutcome, form: FormData): Promise<AnswerOutcome> {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 4000);
  const [applied, note, answeredOn] = [choice(form.get('applied')), text('note'), text('answeredOn')];
  const result = await answerFollowUpAction({
    projectId: text('projectId'),
    followUpId: text('followUpId'),
    answeredOn,
    applied: applied as boolean,
    supervisorConfirmed: choice(form.get('supervisorConfirmed')),
    note,
  });
  const [errors, t] = [await getTranslations('errors'), await getTranslations('trainings')];
  if (result.ok) return { saved: true, message: t('saved'), fields: {}, typed: {} };
  const fields = Object.fromEntries(Object.entries(result.fieldErrors ?? {}).map(([name, key]) => [name, errorText(errors, key, result.params)]));
  return {
    saved: false,
    message: errorText(errors, result.reason, result.params),
    fields,
    typed: { answeredOn, note, applied: text('applied'), supervisorConfirmed: text('supervisorConfirmed') },
  };
}
