'use client';
import { useTranslations } from 'next-intl';
import { FormSection } from '@/components/form/form';
import { DateField, TextArea, TextField } from '@/components/form/inputs';
import { Guarded } from '@/components/guard/guarded';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/link';
import type { ReadingDimension } from '@/lib/shared/vocabulary';
import { PartFields, ShareFields } from '../reading-fields';
import type { Line } from './form';

type Props = { place: number; line: Line; period: string; parts: readonly { dimension: ReadingDimension; key: string }[]; today: string; close: () => void };

/** What stands behind one cell: part and whole, breakdown, day, source and comment; saved with the grid. */
export function Details({ place, line, period, parts, today, close }: Props) {
  const t = useTranslations('indicators.reading');
  const grid = useTranslations('indicators.grid');
  const at = `readings.${place}.`;
  return (
    <FormSection title={`${line.code}, ${period}`} description={t('warning')} columns={2} action={<Button size="sm" onClick={close}>{grid('hide')}</Button>}>
      {line.unit === '%' && <div className="sm:col-span-2"><ShareFields at={at} /></div>}
      {line.dimensions.length > 0 && !['%', 'yes/no', 'qualitative'].includes(line.unit) && <div className="grid gap-4 sm:col-span-2"><PartFields at={at} dimensions={line.dimensions} places={parts} /></div>}
      <DateField name={`${at}readOn`} label={t('readOn')} max={today} optional />
      <Guarded name={`${at}source`}><TextField name={`${at}source`} label={t('source')} hint={t('sourceHint')} maxLength={1000} optional /></Guarded>
      <Guarded name={`${at}comment`} className="sm:col-span-2"><TextArea name={`${at}comment`} label={t('comment')} rows={2} max={2000} optional /></Guarded>
      {line.unit === 'qualitative' && <Guarded name={`${at}answer`} className="empty:hidden sm:col-span-2">{null}</Guarded>}
      <p className="sm:col-span-2"><TextLink href={`${line.href}#readings`}>{grid('history')}</TextLink></p>
    </FormSection>
  );
}
