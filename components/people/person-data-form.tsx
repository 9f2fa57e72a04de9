'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Form, FormSection } from '@/components/form/form';
import { TextArea } from '@/components/form/inputs';
import { useActionForm } from '@/components/form/use-action-form';
import { Button, ButtonLink } from '@/components/ui/button';
import { exportPersonAction } from '@/lib/people/actions';
import { exportPersonSchema, type PersonData } from '@/lib/people/schema/retention';
import { PersonDataView } from './person-data-view';

type Props = { projectId: string; personId: string; back: string };

/** Asks on what request the data are given out; then shows them, to print or to keep as a file. */
export function PersonDataForm({ projectId, personId, back }: Props) {
  const t = useTranslations('retention');
  const common = useTranslations('common');
  const [data, setData] = useState<PersonData | null>(null);
  const form = useActionForm({ schema: exportPersonSchema, action: exportPersonAction, defaultValues: { projectId, personId, reason: '' }, onSuccess: setData });
  if (data) return <PersonDataView data={data} save={() => download(data, personId)} />;
  return (
    <Form form={form} label={t('exportTitle')}>
      <FormSection title={t('exportRequest')} description={t('exportRequestHint')}>
        <TextArea name="reason" label={t('reason')} hint={t('exportReasonHint')} rows={2} max={1000} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" aria-disabled={form.pending || undefined}>{t('exportShow')}</Button>
          <ButtonLink href={back}>{common('cancel')}</ButtonLink>
        </div>
      </FormSection>
    </Form>
  );
}

// The file is named by the record, not by the person: a name in a list of downloads is one more copy of it.
function download(data: PersonData, personId: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }));
  link.download = `person-${personId.slice(-12)}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}
