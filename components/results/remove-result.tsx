'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Form } from '@/components/form/form';
import { type Choice, SelectField, TextArea } from '@/components/form/inputs';
import { useActionForm } from '@/components/form/use-action-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { removeResultAction } from '@/lib/results/actions';
import { removeResultSchema } from '@/lib/results/schema';

type Props = { projectId: string; result: { id: string; code: string; version: number }; /** results of its level that may take over what it holds */ heirs: Choice[]; /** codes of the indicators whose filter names it */ countedBy: string[]; /** why an indicator may change */ reasons: Choice[] };

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

function RemoveForm({ projectId, result, heirs, countedBy, reasons, close }: Props & { close: () => void }) {
  const [t, sheet] = [useTranslations('results.edit'), useTranslations('results.sheet')];
  const router = useRouter();
  const done = () => {
    close();
    router.refresh();
  };
  const form = useActionForm({ schema: removeResultSchema, action: removeResultAction, defaultValues: { projectId, resultId: result.id, version: result.version, moveTo: '', reason: '', note: '' }, onSuccess: done });
  return (
    <Form form={form} label={t('removeTitle', { code: result.code })} className="grid gap-4">
      <p className="text-soft">{t('removeBody')}</p>
      <SelectField name="moveTo" label={t('moveTo')} empty={t('nothing')} options={heirs} optional />
      {countedBy.length > 0 && (
        <>
          <p>{t('countedOnly', { n: countedBy.length, codes: countedBy.join(', ') })}</p>
          <SelectField name="reason" label={sheet('reason')} empty="–" options={reasons} optional />
          <TextArea name="note" label={sheet('note')} rows={2} max={2000} optional />
        </>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={close}>{t('cancel')}</Button>
        <Button type="submit" variant="danger" aria-disabled={form.pending || undefined}>{t('remove')}</Button>
      </div>
    </Form>
  );
}
