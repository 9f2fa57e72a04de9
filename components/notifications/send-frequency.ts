'use server';
import { cookies } from 'next/headers';
import { type LinkOutcome, outcomeOf } from '@/components/links/outcome';
import { isLanguage } from '@/lib/i18n/languages';
import { chooseByLinkAction } from '@/lib/notifications/actions';
import type { NotificationFrequency } from '@/lib/shared/vocabulary';

/** Who has changed the page's language reads mails in that one too. */
export async function sendFrequency(_before: LinkOutcome, form: FormData): Promise<LinkOutcome> {
  const chosen = (await cookies()).get('language')?.value;
  const text = (name: string) => String(form.get(name) ?? '');
  return outcomeOf(await chooseByLinkAction({ token: text('token'), frequency: text('frequency') as NotificationFrequency, language: isLanguage(chosen) ? chosen : null }));
}
