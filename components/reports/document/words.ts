import { getTranslations } from 'next-intl/server';
import { createFormat, type Format } from '@/lib/i18n/format';
import { localeTags } from '@/lib/i18n/languages';
import type { ReportContent, ReportValue } from '@/lib/reports/rules/content';
import type { Language, ResultLevel } from '@/lib/shared/vocabulary';

export type Words = (key: string, values?: Record<string, string | number>) => string;
/** Rows that nothing but their place tells apart, with that place as key: the document never reorders them. */
export const keyed = <T,>(rows: readonly T[]): { key: string; row: T }[] => rows.map((row, place) => ({ key: String(place), row }));

/** What every part of the document needs: its content and the words and formats of its own language, which may differ from the reader's. */
export type Doc = { content: ReportContent; language: Language; t: Words; words: Words; common: Words; f: Format };

/** Words and formats in the language of the report, not of the screen. */
export async function documentOf(content: ReportContent): Promise<Doc> {
  const { language } = content.cover;
  const locale = localeTags[language];
  const [t, words, common] = await Promise.all(['reports', 'vocabulary', 'common'].map((namespace) => getTranslations({ locale, namespace })));
  return { content, language, t: t as Words, words: words as Words, common: common as Words, f: createFormat(locale) };
}

/** A level of the matrix by the words that the report was made with. */
export const levelText = ({ words, content }: Pick<Doc, 'words' | 'content'>, level: ResultLevel): string => words(`levelNames.${content.cover.levelTemplate ?? 'iom'}.${level}`);

/** A value with its unit as the matrix states it; '' where there is none, so that the caller says why. */
export function valueText({ f, common }: Pick<Doc, 'f' | 'common'>, value: number | null, unit: string): string {
  if (value === null) return '';
  if (unit === '%') return f.percent(value / 100);
  if (unit === 'yes/no') return common(value > 0 ? 'yes' : 'no');
  return unit === 'USD' ? f.money(value, 'USD') : f.number(value);
}

/** "5 of 6" of a share, '' for anything else. */
export const partsText = ({ f, t }: Pick<Doc, 'f' | 't'>, { numerator, denominator }: ReportValue): string =>
  denominator === null ? '' : t('doc.parts', { part: f.number(numerator), whole: f.number(denominator) });
