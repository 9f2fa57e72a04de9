'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useController } from 'react-hook-form';
import type { z } from 'zod';
import { Form, FormSection } from '@/components/form/form';
import { DateField, TextArea } from '@/components/form/inputs';
import { useActionForm } from '@/components/form/use-action-form';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { RowHead, Table, Td, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import { anonymisePeopleAction, keepUntilAction } from '@/lib/people/actions';
import type { RetentionRow } from '@/lib/people/queries/retention';
import { keepUntilSchema } from '@/lib/people/schema/retention';

type Row = RetentionRow & { institution: string };
type Props = { base: string; projectId: string; rows: Row[]; mayWrite: boolean };

/** Whose identity is due to go: tick some, then erase it now, or keep it longer on a stated ground. */
export function RetentionList({ base, projectId, rows, mayWrite }: Props) {
  const t = useTranslations('retention');
  const router = useRouter();
  const defaultValues: z.input<typeof keepUntilSchema> = { projectId, personIds: [], retainUntil: '', reason: '' };
  const form = useActionForm({ schema: keepUntilSchema, action: keepUntilAction, defaultValues, onSuccess: () => router.refresh() });
  return (
    <Form form={form} label={t('title')} className="grid grid-cols-1 gap-6">
      <People base={base} rows={rows} mayWrite={mayWrite} />
      {mayWrite && (
        <FormSection title={t('keepLonger')} description={t('keepLongerHint')} columns={2}>
          <DateField name="retainUntil" label={t('keepUntil')} />
          <TextArea name="reason" label={t('ground')} hint={t('groundHint')} rows={2} max={1000} />
          <div className="flex flex-wrap items-center gap-3 sm:col-span-2">
            <Button type="submit" variant="primary" aria-disabled={form.pending || undefined}>{t('keepSelected')}</Button>
            <Anonymise projectId={projectId} />
          </div>
        </FormSection>
      )}
    </Form>
  );
}

const useSelected = () => useController<{ personIds: string[] }, 'personIds'>({ name: 'personIds' });

function People({ base, rows, mayWrite }: Omit<Props, 'projectId'>) {
  const t = useTranslations('retention');
  const people = useTranslations('people');
  const format = useFormat();
  const { field, fieldState } = useSelected();
  const all = field.value.length === rows.length;
  const toggle = (id: string) => field.onChange(field.value.includes(id) ? field.value.filter((other) => other !== id) : [...field.value, id]);
  return (
    <Card flush>
      {fieldState.error && <p id="personIds-error" className="px-4 pt-3 font-medium text-bad">{t('selectSome')}</p>}
      <Table caption={t('title')}>
        <thead>
          <tr>
            {mayWrite && <Th><input type="checkbox" aria-label={t('selectAll')} checked={all} onChange={() => field.onChange(all ? [] : rows.map(({ id }) => id))} /></Th>}
            <Th>{people('name')}</Th><Th>{people('institution')}</Th><Th>{people('lawfulBasis')}</Th><Th>{people('retainUntil')}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {mayWrite && <Td><input type="checkbox" aria-label={t('select', { name: `${row.givenName} ${row.familyName}` })} checked={field.value.includes(row.id)} onChange={() => toggle(row.id)} /></Td>}
              <RowHead><TextLink quiet href={`${base}/${row.id}`}>{row.familyName}, {row.givenName}</TextLink>{row.elsewhere && <span className="block text-xs font-normal text-soft">{t('elsewhere')}</span>}</RowHead>
              <Td>{row.institution || '–'}</Td>
              <Td>{row.lawfulBasis ?? '–'}</Td>
              <Td className="whitespace-nowrap tabular">{format.date(row.retainUntil)} {row.due ? <Badge tone="bad" icon="clock">{t('due')}</Badge> : <Badge tone="warn" icon="clock">{t('soon')}</Badge>}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

function Anonymise({ projectId }: { projectId: string }) {
  const t = useTranslations('retention');
  const common = useTranslations('common');
  const { field } = useSelected();
  const n = field.value.length;
  if (n === 0) return <p className="text-soft">{t('selectHint')}</p>;
  return <ConfirmButton label={t('anonymiseSelected', { n })} title={t('anonymiseTitle')} body={t('anonymiseBody', { n })} cancelLabel={common('cancel')} failedText={common('failed')} action={anonymisePeopleAction} input={{ projectId, personIds: field.value }} note={{ label: t('reason'), hint: t('reasonHint'), required: true, maxLength: 1000, name: 'reason' }} variant="danger" icon="shield" />;
}
