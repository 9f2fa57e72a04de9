import { useLocale } from 'next-intl';
import { createFormat, type Format } from './format';

/** The formatters of the reader's language, in client components and in server components that are not async. */
export const useFormat = (): Format => createFormat(useLocale());
