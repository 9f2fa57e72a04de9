'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RadioGroup } from '@/components/form/choices';
import { Form } from '@/components/form/form';
import { SelectField } from '@/components/form/inputs';
import { useActionForm } from '@/components/form/use-action-form';
import { Button } from '@/components/ui/button';
import { Banner } from '@/components/ui/feedback';
import { chooseFrequencyAction } from '@/lib/notifications/actions';
import { chooseFrequencySchema } from '@/lib/notifications/schema';
import { type Language, languages, type NotificationFrequency, notificationFrequencies } from '@/lib/shared/vocabulary';

/** How often one wants to be written to, and in which language. */
export function FrequencyForm({ frequency, language }: { frequency: NotificationFrequency; language: Language }) {
  const t = useTranslations('notifications');
  const common = useTranslations('common');
  const router = useRouter();
  const [saved, setSaved] = useState(false);
  const onSuccess = () => {
    setSaved(true);
    router.refresh();
  };
  const form = useActionForm({ schema: chooseFrequencySchema, action: chooseFrequencyAction, defaultValues: { frequency, language }, onSuccess });
  return (
    <Form form={form} className="grid gap-4" label={t('howOften')}>
      <RadioGroup name="frequency" label={t('howOften')} hideLabel options={notificationFrequencies.map((value) => ({ value, label: t(`frequencies.${value}`), hint: t(`frequencyHints.${value}`) }))} />
      <SelectField name="language" label={t('language')} options={languages.map((value) => ({ value, label: common(`languages.${value}`) }))} className="max-w-64" />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" aria-disabled={form.pending || undefined}>{common('save')}</Button>
        <div role="status">{saved && !form.pending && <Banner kind="success">{t('saved')}</Banner>}</div>
      </div>
    </Form>
  );
}
