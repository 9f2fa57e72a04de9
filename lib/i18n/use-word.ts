import { useTranslations } from 'next-intl';
import type { Word } from './wording';

/** The texts of one namespace by keys that come from stored words (fields, acts, states), which the compiler cannot know; ask `has` first. */
export const useWord = (namespace: Parameters<typeof useTranslations>[0]): Word => useTranslations(namespace) as unknown as Word;
