'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Form } from '@/components/form/form';
import { type Choice, SelectField } from '@/components/form/inputs';
import { useActionForm } from '@/components/form/use-action-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { removeResultAction } from '@/lib/results/actions';
import { removeResultSchema } from '@/lib/results/schema';

type Props = { projectId: string; result: { id: string; code: string; version: number }; /** results of its level that may take over what it holds */ heirs: Choice[] };

/** Takes a result out of the matrix, after what it holds was given to another. */
export function RemoveResult(props: Props) {
  const t = useTranslations('results.edit');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" variant="ghost" icon="trash" onClick={() => setOpen(true)}>{t('remove')}<span className="sr-only">: {props.result.code}</span></Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('removeTitle', { code: props.result.code })} closeLabel={t('cancel')}>
        <RemoveForm {...props} close={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function RemoveForm({ projectId, result, heirs, close }: Props & { close: () => void }) {
  const t = useTranslations('results.edit');
  const router = useRouter();
  const done = () => {
    close();
    router.refresh();
  };
  const form = useActionForm({ schema: removeResultSchema, action: removeResultAction, defaultValues: { projectId, resultId: result.id, version: result.version, moveTo: '' }, onSuccess: done });
  return (
    <Form form={form} label={t('removeTitle', { code: result.code })} className="grid gap-4">
      <p className="text-soft">{t('removeBody')}</p>
      <SelectField name="moveTo" label={t('moveTo')} empty={t('nothing')} options={heirs} optional />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={close}>{t('cancel')}</Button>
        <Button type="submit" variant="danger" aria-disabled={form.pending || undefined}>{t('remove')}</Button>
      </div>
    </Form>
  );
}
