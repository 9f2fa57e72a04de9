import 'server-only';
import { getLocale } from 'next-intl/server';
import type { Language } from '@/lib/shared/vocabulary';
import { createFormat, type Format } from './format';
import { languageOf } from './languages';

/** The formatters of the reader's language, in async server components. */
export const getFormat = async (): Promise<Format> => createFormat(await getLocale());

/** The reader's screen language. */
export const getLanguage = async (): Promise<Language> => languageOf(await getLocale());
