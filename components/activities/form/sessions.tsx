'use client';
import { useTranslations } from 'next-intl';
import { useFormContext } from 'react-hook-form';
import { FormSection } from '@/components/form/form';
import { Guarded } from '@/components/guard/guarded';
import { DateField, NumberField, TextField } from '@/components/form/inputs';
import { Repeat } from '@/components/form/repeat';
import { addDays, isCalendarDate } from '@/lib/shared/dates';
import { newId } from '@/lib/shared/ids';

type Session = { id: string; date: string | null };

/** The days of a training; attendance below is per session. A new one takes the day after the last. */
export function SessionsSection() {
  const t = useTranslations('activityForm');
  const { getValues } = useFormContext();
  const make = () => {
    const rows = getValues('sessions') as Session[];
    const last = rows.at(-1)?.date;
    const date = last && isCalendarDate(last) ? addDays(last, 1) : ((getValues('actualStart') || getValues('plannedStart') || '') as string);
    return { id: newId(), date, hours: '6', topic: '' };
  };
  return (
    <FormSection title={t('sessions')} description={t('sessionsHint')}>
      <Repeat name="sessions" label={t('sessions')} itemLabel={(n) => t('session', { n })} addLabel={t('addSession')} make={make} max={60}>
        {({ index }) => (
          <div className="grid items-start gap-4 sm:grid-cols-[12rem_8rem_1fr]">
            <DateField name={`sessions.${index}.date`} label={t('date')} />
            <NumberField name={`sessions.${index}.hours`} label={t('hours')} />
            <Guarded name={`sessions.${index}.topic`}><TextField name={`sessions.${index}.topic`} label={t('topic')} optional maxLength={300} /></Guarded>
          </div>
        )}
      </Repeat>
    </FormSection>
  );
}
