'use server';
import { type LinkOutcome, outcomeOf } from '@/components/links/outcome';
import { commentMinutesAction } from '@/lib/meetings/actions';

export async function sendComment(_before: LinkOutcome, form: FormData): Promise<LinkOutcome> {
  const text = (name: string) => String(form.get(name) ?? '');
  return outcomeOf(await commentMinutesAction({ token: text('token'), institutionId: text('institutionId'), text: text('text') }));
}
