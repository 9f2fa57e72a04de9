'use client';
import { useTranslations } from 'next-intl';
import { FormSection } from '@/components/form/form';
import { DateField, TextArea, TextField } from '@/components/form/inputs';
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
      <TextField name={`${at}source`} label={t('source')} hint={t('sourceHint')} maxLength={1000} optional />
      <TextArea name={`${at}comment`} label={t('comment')} rows={2} max={2000} optional className="sm:col-span-2" />
      <p className="sm:col-span-2"><TextLink href={`${line.href}#readings`}>{grid('history')}</TextLink></p>
    </FormSection>
  );
}
