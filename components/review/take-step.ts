'use server';
import { getTranslations } from 'next-intl/server';
import { errorText } from '@/lib/i18n/error-text';
import { approveActivityAction, reopenActivityAction, returnActivityAction, submitActivityAction, withdrawActivityAction } from '@/lib/review/actions';
import type { ActionResult } from '@/lib/shared/result';

/** What a step led to, in words. `details`: what is still missing; `typed`: the note, where it was not taken. */
export type StepOutcome = { done: boolean; message: string; details: string[]; stale: boolean; typed: string } | null;

const steps = {
  submit: submitActivityAction,
  approve: approveActivityAction,
  return: returnActivityAction,
  reopen: reopenActivityAction,
  withdraw: withdrawActivityAction,
};
type Step = keyof typeof steps;
const isStep = (word: string): word is Step => Object.hasOwn(steps, word);

/** Takes the step that the pressed button names ('approve:<activity>:<version>'); with and without JavaScript. */
export async function takeStep(_before: StepOutcome, form: FormData): Promise<StepOutcome> {
  const [step = '', activityId = '', version = ''] = String(form.get('step') ?? '').split(':');
  const note = String(form.get('note') ?? '').slice(0, 4000);
  if (!isStep(step)) return refusal({ ok: false, reason: 'invalid' }, note);
  const result = await steps[step]({ projectId: String(form.get('projectId') ?? ''), activityId, version, note });
  if (!result.ok) return refusal(result, note);
  const t = await getTranslations('review');
  return { done: true, message: t(`done.${step}`, { reference: result.value.reference }), details: [], stale: false, typed: '' };
}

async function refusal(result: Extract<ActionResult, { ok: false }>, typed: string): Promise<StepOutcome> {
  const [errors, t] = [await getTranslations('errors'), await getTranslations('review')];
  const { reason, params, fieldErrors = {} } = result;
  if (reason === 'stale') return { done: false, message: t('stale'), details: [], stale: true, typed };
  // The note is the only field that a person fills in here.
  const message = fieldErrors.note
    ? errorText(errors, fieldErrors.note === 'required' ? 'reasonRequired' : fieldErrors.note)
    : errorText(errors, reason, params);
  const details = reason === 'incomplete' ? Object.values(fieldErrors).map((key) => errorText(errors, key)) : [];
  return { done: false, message, details, stale: false, typed };
}
