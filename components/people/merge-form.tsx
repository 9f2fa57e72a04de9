'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useController } from 'react-hook-form';
import type { z } from 'zod';
import { Form } from '@/components/form/form';
import { SubmitBar } from '@/components/form/submit-bar';
import { useActionForm } from '@/components/form/use-action-form';
import { ButtonLink } from '@/components/ui/button';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { RowHead, Table, Td, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import { mergePeopleAction } from '@/lib/people/actions';
import { undoDays } from '@/lib/people/rules/merge';
import { type MergeField, mergePeopleSchema } from '@/lib/people/schema/merge';
import type { ComparedField } from './merge-fields';

type Ids = Omit<z.input<typeof mergePeopleSchema>, 'take'>;
type Props = { base: string; ids: Ids; fields: ComparedField[]; blocked: boolean; children: ReactNode };

/** Two records side by side; where they differ a value is chosen, below stands what goes along. */
export function MergeForm({ base, ids, fields, blocked, children }: Props) {
  const t = useTranslations('duplicates.merge');
  const common = useTranslations('common');
  const router = useRouter();
  const take = fields.filter(({ taken }) => taken).map(({ field }) => field);
  const form = useActionForm({ schema: mergePeopleSchema, action: mergePeopleAction, defaultValues: { ...ids, take }, onSuccess: () => router.push(`${base}/${ids.keptId}`) });
  return (
    <Form form={form} label={t('title')} className="grid grid-cols-1 gap-6">
      <Choices base={base} ids={ids} fields={fields} />
      {children}
      <p className="text-soft">{t('undoHint', { days: undoDays })}</p>
      {blocked ? <div><ButtonLink href={`${base}/duplicates`}>{common('back')}</ButtonLink></div> : <SubmitBar label={t('do')}><ButtonLink href={`${base}/duplicates`}>{common('cancel')}</ButtonLink></SubmitBar>}
    </Form>
  );
}

function Choices({ base, ids, fields }: Pick<Props, 'base' | 'ids' | 'fields'>) {
  const t = useTranslations('duplicates.merge');
  const people = useTranslations('people');
  const { field } = useController<{ take: MergeField[] }, 'take'>({ name: 'take' });
  const choose = (one: MergeField, theirs: boolean) => field.onChange(theirs ? [...field.value, one] : field.value.filter((other) => other !== one));
  const label = (one: MergeField) => (one === 'presentPost' ? t('presentPost') : people(one));
  const head = (id: string, text: string) => <Th>{text}<TextLink href={`${base}/${id}`} className="block text-xs font-normal">{t('open')}</TextLink></Th>;
  return (
    <Card flush>
      <Table caption={t('title')}>
        <thead><tr><Th>{t('field')}</Th>{head(ids.keptId, t('keep'))}{head(ids.mergedId, t('away'))}</tr></thead>
        <tbody>
          {fields.map((one) => (
            <tr key={one.field}>
              <RowHead>{label(one.field)}</RowHead>
              {one.same ? <Td colSpan={2}><Shown field={one.field} value={one.kept} /> {one.kept !== null && <span className="text-xs text-soft">({t('equal')})</span>}</Td> : ([false, true] as const).map((theirs) => (
                <Td key={String(theirs)}>
                  <label className="flex min-h-6 items-start gap-2">
                    <input type="radio" name={`choose-${one.field}`} className="mt-1" checked={field.value.includes(one.field) === theirs} onChange={() => choose(one.field, theirs)} />
                    <span><span className="sr-only">{label(one.field)}: </span><Shown field={one.field} value={theirs ? one.merged : one.kept} /></span>
                  </label>
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

function Shown({ field, value }: { field: MergeField; value: string | null }) {
  const t = useTranslations('duplicates.merge');
  const people = useTranslations('people');
  const format = useFormat();
  if (value === null) return <span className="text-soft">{t('nothing')}</span>;
  if (field === 'sex') return people(`sexes.${value}` as 'sexes.female');
  return field === 'consentOn' || field === 'retainUntil' ? <span className="tabular">{format.date(value)}</span> : value;
}
