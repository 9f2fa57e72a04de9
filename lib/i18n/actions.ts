'use server';
import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { ActionFailure } from '@/lib/shared/result';
import { errorText } from './error-text';
import { isLanguage } from './languages';

// These stand outside the spine (lib/action) because they write no record: they keep a screen preference or translate.

async function remember(name: string, value: string) {
  (await cookies()).set(name, value, { path: '/', maxAge: 31_536_000, sameSite: 'lax' });
}

/** Keeps the screen language for a year; unknown languages change nothing. */
export async function setLanguage(form: FormData): Promise<void> {
  const language = form.get('language');
  if (isLanguage(language)) await remember('language', language);
}

/** Keeps the colour theme for a year: 'light', 'dark', or 'system' to follow the device. */
export async function setTheme(form: FormData): Promise<void> {
  const theme = form.get('theme');
  if (theme === 'light' || theme === 'dark' || theme === 'system') await remember('theme', theme);
}

/** The sentence for a refusal in the reader's language, so that read pages need not carry the messages themselves. */
export async function explain(failure: Pick<ActionFailure, 'reason' | 'params'>): Promise<string> {
  return errorText(await getTranslations('errors'), String(failure.reason).slice(0, 100), failure.params);
}
