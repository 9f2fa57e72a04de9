import { useTranslations } from 'next-intl';
import { useFormat } from '@/lib/i18n/use-format';

type Props = { usd: number; /** what the sum is over, in pieces */ pieces: number; /** of these, without a value in USD */ unvalued: number };

/** A sum of values that never passes for complete: pieces without a value are counted beside it, and where none has one there is no sum (DOMAIN §7). */
export function ValueUsd({ usd, pieces, unvalued }: Props) {
  const [t, format] = [useTranslations('equipment'), useFormat()];
  if (pieces > 0 && unvalued >= pieces) return <span className="text-soft">{t('valueNotRecorded')}</span>;
  return <>{format.number(usd)}{unvalued > 0 && <span className="block text-xs text-soft">{t('unvalued', { n: pieces - unvalued, of: pieces })}</span>}</>;
}
