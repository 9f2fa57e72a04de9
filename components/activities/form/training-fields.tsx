'use client';
import { useTranslations } from 'next-intl';
import { useController } from 'react-hook-form';
import { Field } from '@/components/form/field';
import { NumberField, SelectField, TextField } from '@/components/form/inputs';
import { trainingMethods, trainingTypes } from '@/lib/shared/vocabulary';
import { HeadcountsSection } from './headcounts';
import type { KindFields } from './kind-fields';
import { ParticipantsSection } from './participants/section';
import { SessionsSection } from './sessions';

function Basics() {
  const t = useTranslations('activityForm');
  const words = useTranslations('vocabulary');
  return (
    <div className="grid items-start gap-5 sm:grid-cols-2">
      <SelectField name="detail.type" label={t('trainingType')} empty={t('choose')} options={trainingTypes.map((value) => ({ value, label: words(`trainingTypes.${value}`) }))} />
      <SelectField name="detail.method" label={t('method')} empty={t('choose')} options={trainingMethods.map((value) => ({ value, label: words(`trainingMethods.${value}`) }))} />
      <TextField name="detail.language" label={t('language')} optional maxLength={100} />
      <NumberField name="detail.passMark" label={t('passMark')} hint={t('passMarkHint')} optional unit="%" />
      <TopicsField />
    </div>
  );
}

// One line of text, one topic a comma: quicker than a row of boxes.
function TopicsField() {
  const t = useTranslations('activityForm');
  const { field } = useController({ name: 'detail.topics' });
  const split = (text: string) => text.split(',').map((topic) => topic.trim()).filter(Boolean);
  return (
    <Field name="detail.topics" label={t('topics')} hint={t('topicsHint')} optional className="sm:col-span-2">
      {(wiring) => <input {...wiring} type="text" className="control" autoComplete="off" defaultValue={(field.value as string[]).join(', ')} onChange={(event) => field.onChange(split(event.target.value))} onBlur={field.onBlur} />}
    </Field>
  );
}

function Sections() {
  const t = useTranslations('activityForm');
  return (
    <>
      <SessionsSection />
      <ParticipantsSection scores title={t('participants')} hint={t('participantsHint')} />
      <HeadcountsSection />
    </>
  );
}

export const trainingFields: KindFields = { Basics, Sections };
