'use server';
import { type LinkOutcome, outcomeOf } from '@/components/links/outcome';
import { answerByLinkAction, confirmByLinkAction } from '@/lib/learning/actions';

const text = (form: FormData, name: string) => String(form.get(name) ?? '');

export async function sendAnswer(_before: LinkOutcome, form: FormData): Promise<LinkOutcome> {
  return outcomeOf(await answerByLinkAction({ token: text(form, 'token'), applied: text(form, 'applied') as 'yes' | 'no', note: text(form, 'note') }));
}

export async function sendConfirmation(_before: LinkOutcome, form: FormData): Promise<LinkOutcome> {
  return outcomeOf(await confirmByLinkAction({ token: text(form, 'token'), confirmed: text(form, 'confirmed') as 'yes' | 'no' }));
}
