'use server';
import { type LinkOutcome, outcomeOf } from '@/components/links/outcome';
import { signByLinkAction, signOnScreenAction } from '@/lib/signing/actions';

const fields = ['contentSha', 'language', 'signerName', 'signerPost', 'onBehalfOf', 'reason', 'drawing', 'typed', 'accepted'] as const;
const said = (form: FormData) => Object.fromEntries(fields.map((name) => [name, String(form.get(name) ?? '')])) as Record<(typeof fields)[number], never>;
const text = (form: FormData, name: string) => String(form.get(name) ?? '');

export async function sendSignatureByLink(_before: LinkOutcome, form: FormData): Promise<LinkOutcome> {
  return outcomeOf(await signByLinkAction({ token: text(form, 'token'), ...said(form) }));
}

export async function sendSignatureOnScreen(_before: LinkOutcome, form: FormData): Promise<LinkOutcome> {
  const about = { projectId: text(form, 'projectId'), id: text(form, 'id'), activityId: text(form, 'activityId'), party: text(form, 'party') as 'receiver' };
  return outcomeOf(await signOnScreenAction({ ...about, ...said(form) }));
}
