'use client';
import { useTranslations } from 'next-intl';
import { FormSection } from '@/components/form/form';
import { NumberField, SelectField } from '@/components/form/inputs';
import { Repeat } from '@/components/form/repeat';
import { sexes } from '@/lib/shared/vocabulary';
import { useSurroundings } from './context';
import { NamedSum } from './participants/named-sum';

/** People whose names are withheld, by institution and sex; shown beside the named ones, never added to unique people (DOMAIN §2.4). */
export function HeadcountsSection() {
  const t = useTranslations('activityForm');
  const words = useTranslations('vocabulary');
  const { institutions } = useSurroundings();
  return (
    <FormSection title={t('headcounts')} description={t('headcountsHint')} action={<NamedSum />}>
      <Repeat name="headcounts" label={t('headcounts')} itemLabel={(n) => t('headcount', { n })} addLabel={t('addHeadcount')} make={() => ({ institutionId: '', sex: '', count: '' })}>
        {({ index }) => (
          <div className="grid items-start gap-4 sm:grid-cols-[1fr_12rem_8rem]">
            <SelectField name={`headcounts.${index}.institutionId`} label={t('institution')} empty={t('choose')} options={institutions} />
            <SelectField name={`headcounts.${index}.sex`} label={t('sex')} empty={t('choose')} options={sexes.map((value) => ({ value, label: words(`sexes.${value}`) }))} />
            <NumberField name={`headcounts.${index}.count`} label={t('count')} whole />
          </div>
        )}
      </Repeat>
    </FormSection>
  );
}
