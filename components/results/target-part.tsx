'use client';
import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { FormSection } from '@/components/form/form';
import { NumberField, SelectField } from '@/components/form/inputs';
import { Banner } from '@/components/ui/feedback';
import { milestoneFlags, missingMilestones } from '@/lib/indicators/rules/milestones';
import type { SaveIndicatorForm } from '@/lib/indicators/schema/indicator';
import { parseDecimal } from '@/lib/shared/fields';
import type { SheetProps } from './indicator-form';

const asNumber = (typed: unknown) => (typed === null || typed === undefined || typed === '' ? null : parseDecimal(String(typed), 4));

/** From where to where: baseline, target, and what is expected by the end of each period. */
export function TargetPart({ plan, words }: Pick<SheetProps, 'plan' | 'words'>) {
  const t = useTranslations('results.sheet');
  return (
    <FormSection title={t('path')} columns={2}>
      <SelectField name="direction" label={t('direction')} empty="–" options={words.directions} className="sm:col-span-2" />
      <NumberField name="baseline" label={t('baseline')} hint={t('baselineHint')} optional />
      <NumberField name="baselineYear" label={t('baselineYear')} whole optional />
      <NumberField name="target" label={t('target')} hint={t('targetHint')} optional />
      {plan.periods.length > 0 && (
        <fieldset className="grid gap-3 sm:col-span-2">
          <legend className="mb-2 font-medium">{t('milestones')}<span className="block text-xs font-normal text-soft">{t('milestonesHint')}</span></legend>
          <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
            {plan.periods.map((period, place) => <NumberField key={period.id} name={`milestones.${place}.value`} label={period.name} optional />)}
          </div>
          <Flags whole={plan.wholeTime} />
        </fieldset>
      )}
    </FormSection>
  );
}

function Flags({ whole }: { whole: boolean }) {
  const t = useTranslations('results.flags');
  const [milestones, target, direction] = useWatch<SaveIndicatorForm, ['milestones', 'target', 'direction']>({ name: ['milestones', 'target', 'direction'] });
  const values = milestones.map(({ value }) => asNumber(value));
  const [flags, missing] = [milestoneFlags({ values, target: asNumber(target), direction, whole }), missingMilestones(values)];
  return <div role="status" className="grid gap-2">{flags.map((flag) => <Banner key={flag} kind="warning">{t(flag)}</Banner>)}{missing > 0 && <p className="text-sm text-soft">{t('missing', { n: missing })}</p>}</div>;
}
