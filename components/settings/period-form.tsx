'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Form } from '@/components/form/form';
import { DateField, TextField } from '@/components/form/inputs';
import { useActionForm } from '@/components/form/use-action-form';
import { Button, buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import { createPeriodAction, updatePeriodAction } from '@/lib/projects/actions';
import type { ListedPeriod } from '@/lib/projects/queries';
import { createPeriodSchema, updatePeriodSchema } from '@/lib/projects/schema';

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
        <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-4"><PeriodFields /></div>
        <div><Button type="submit" variant="primary" aria-disabled={form.pending || undefined}>{t('save')}</Button></div>
      </Form>
    </details>
  );
}

function PeriodFields() {
  const t = useTranslations('settings.periods');
  return (
    <>
      <TextField name="name" label={t('name')} hint={t('nameHint')} maxLength={100} />
      <DateField name="from" label={t('from')} />
      <DateField name="to" label={t('to')} />
      <DateField name="dueDate" label={t('due')} optional />
    </>
  );
}

type Props = { projectId: string; period: ListedPeriod };

/** Changes an open reporting period where it stands in the list. */
export function ChangePeriod({ projectId, period }: Props) {
  const t = useTranslations('settings.periods');
  const common = useTranslations('common');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" variant="ghost" icon="edit" onClick={() => setOpen(true)}>{t('change')}<span className="sr-only">: {period.name}</span></Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('changeTitle', { name: period.name })} closeLabel={common('cancel')}>
        <ChangeForm projectId={projectId} period={period} close={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function ChangeForm({ projectId, period, close }: Props & { close: () => void }) {
  const t = useTranslations('settings.periods');
  const common = useTranslations('common');
  const router = useRouter();
  const done = () => {
    close();
    router.refresh();
  };
  const { id, version, name, from, to, dueDate } = period;
  const form = useActionForm({ schema: updatePeriodSchema, action: updatePeriodAction, defaultValues: { projectId, id, version, name, from, to, dueDate: dueDate ?? '' }, recordId: id, version, onSuccess: done });
  return (
    <Form form={form} label={t('changeTitle', { name })} className="grid gap-4">
      <PeriodFields />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={close}>{common('cancel')}</Button>
        <Button type="submit" variant="primary" aria-disabled={form.pending || undefined}>{t('saveChange')}</Button>
      </div>
    </Form>
  );
}
