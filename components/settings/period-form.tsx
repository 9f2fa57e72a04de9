'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Form } from '@/components/form/form';
import { DateField, TextField } from '@/components/form/inputs';
import { useActionForm } from '@/components/form/use-action-form';
import { Button, buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { createPeriodAction } from '@/lib/projects/actions';
import { createPeriodSchema } from '@/lib/projects/schema';

/** Adds a reporting period. */
export function PeriodForm({ projectId, id }: { projectId: string; id: string }) {
  const t = useTranslations('settings.periods');
  const router = useRouter();
  const defaultValues = { projectId, id, name: '', from: '', to: '', dueDate: '' };
  const form = useActionForm({ schema: createPeriodSchema, action: createPeriodAction, defaultValues, onSuccess: () => router.refresh() });
  return (
    <details>
      <summary className={buttonClass({ size: 'sm' })}><Icon name="plus" />{t('add')}</summary>
      <Form form={form} className="mt-4 grid gap-4" label={t('add')}>
        <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-4">
          <TextField name="name" label={t('name')} hint={t('nameHint')} maxLength={100} />
          <DateField name="from" label={t('from')} />
          <DateField name="to" label={t('to')} />
          <DateField name="dueDate" label={t('due')} optional />
        </div>
        <div><Button type="submit" variant="primary" aria-disabled={form.pending || undefined}>{t('save')}</Button></div>
      </Form>
    </details>
  );
}
