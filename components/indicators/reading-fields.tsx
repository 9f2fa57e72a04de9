'use client';
import { useTranslations } from 'next-intl';
import { NumberField, SelectField, TextArea } from '@/components/form/inputs';
import { Guarded } from '@/components/guard/guarded';
import { partKeys } from '@/lib/indicators/schema/reading';
import type { ReadingDimension } from '@/lib/shared/vocabulary';

type Props = { /** prefix of the fields: '' or 'readings.3.' */ at: string; unit: string; label: string; hideLabel?: boolean };

/** What is read, as its unit asks for it: a number, part and whole, yes or no, or words. */
export function ReadingValue({ at, unit, label, hideLabel }: Props) {
  const t = useTranslations('indicators.reading');
  const words = useTranslations('indicators');
  const basics = { label, hideLabel };
  const hint = (text: string) => (hideLabel ? undefined : text);
  if (unit === 'qualitative') {
    const answer = <TextArea {...basics} name={`${at}answer`} rows={hideLabel ? 2 : 4} max={hideLabel ? undefined : 4000} hint={hint(t('valueHint.words'))} />;
    return hideLabel ? answer : <Guarded name={`${at}answer`}>{answer}</Guarded>;
  }
  if (unit === 'yes/no') return <SelectField {...basics} name={`${at}value`} hint={hint(t('valueHint.yesNo'))} empty={hideLabel ? '–' : ''} options={[{ value: '1', label: words('yes') }, { value: '0', label: words('no') }]} />;
  return <NumberField {...basics} name={`${at}value`} hint={hint(unit === '%' ? t('valueHint.percent') : t('valueHint.number'))} unit={hideLabel ? undefined : unit} />;
}

/** Part and whole of a percentage; the percentage follows from them. */
export function ShareFields({ at, context }: { at: string; context?: string }) {
  const t = useTranslations('indicators.reading');
  const named = (label: string) => (context ? `${label}: ${context}` : label);
  return (
    <div className="flex flex-wrap gap-3">
      <NumberField name={`${at}numerator`} label={named(t('numerator'))} hint={t('shareHint')} optional />
      <NumberField name={`${at}denominator`} label={named(t('denominator'))} hint={t('shareHint')} optional />
    </div>
  );
}

/** The reading broken down; each dimension adds up to the value. `places`: where the parts stand in the form. */
export function PartFields({ at, dimensions, places }: { at: string; dimensions: readonly ReadingDimension[]; places: readonly { dimension: ReadingDimension; key: string }[] }) {
  const t = useTranslations('indicators');
  const words = useTranslations('vocabulary');
  const name = (dimension: ReadingDimension, key: string) => (dimension === 'sex' ? words(`sexes.${key}` as 'sexes.female') : key === 'not_stated' ? t('noAge') : words(`ageBands.${key}` as 'ageBands.25_34'));
  return dimensions.map((dimension) => (
    <fieldset key={dimension} className="grid gap-2">
      <legend className="font-medium">{t('reading.brokenDown', { dimension: words(`readingDimensions.${dimension}`) })}</legend>
      <p className="text-xs text-soft">{t('reading.partsHint')}</p>
      <div className="flex flex-wrap gap-3">
        {partKeys[dimension].map((key) => <NumberField key={key} name={`${at}parts.${places.findIndex((place) => place.dimension === dimension && place.key === key)}.value`} label={name(dimension, key)} className="w-32" />)}
      </div>
    </fieldset>
  ));
}
