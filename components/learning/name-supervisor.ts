'use server';
import { getTranslations } from 'next-intl/server';
import { errorText } from '@/lib/i18n/error-text';
import { nameSupervisorAction } from '@/lib/learning/actions';

/** What the form was told; `typed` is given back where it was refused. */
export type SupervisorOutcome = { saved: boolean; message: string; typed: string } | null;

/** Keeps where the supervisor is asked, from a plain form; with and without JavaScript. */
export async function nameSupervisor(_before: SupervisorOutcome, form: FormData): Promise<SupervisorOutcome> {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 400);
  const email = text('email');
  const result = await nameSupervisorAction({ projectId: text('projectId'), followUpId: text('followUpId'), email });
  const [errors, t] = [await getTranslations('errors'), await getTranslations('learning')];
  if (result.ok) return { saved: true, message: t('supervisor.saved'), typed: email };
  return { saved: false, message: errorText(errors, result.fieldErrors?.email ?? result.reason, result.params), typed: email };
}
