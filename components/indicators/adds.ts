import { useTranslations } from 'next-intl';
import { useFormat } from '@/lib/i18n/use-format';
import type { FigureValue } from '@/lib/indicators/rules/figures';

/** What a line or all of them add to a figure: a number, or part and whole. */
export function useAdds(): (value: Omit<FigureValue, 'value'>) => string {
  const t = useTranslations('indicators');
  const format = useFormat();
  return ({ numerator, denominator, unvalued }) => {
    if (unvalued) return [numerator ? format.number(numerator) : '', t('unvalued', { n: unvalued })].filter(Boolean).join('; ');
    return denominator === null ? format.number(numerator) : t('parts', { part: format.number(numerator), whole: format.number(denominator) });
  };
}
