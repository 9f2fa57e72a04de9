'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import type { z } from 'zod';
import { Form } from '@/components/form/form';
import { SubmitBar } from '@/components/form/submit-bar';
import { useActionForm } from '@/components/form/use-action-form';
import { ButtonLink } from '@/components/ui/button';
import { editActionPointAction } from '@/lib/action-points/actions/points';
import { editActionPointSchema } from '@/lib/action-points/schema';
import { useFormat } from '@/lib/i18n/use-format';
import { type PointChoices, PointFields } from './point-fields';

type Props = { path: string; values: z.input<typeof editActionPointSchema>; person: string | null; institutions: PointChoices };

/** Changes an action point that was agreed outside any meeting. Saved late, it shows both texts. */
export function EditActionPointForm({ path, values, person, institutions }: Props) {
  const [t, common, words] = [useTranslations('actionPoints'), useTranslations('common'), useTranslations('vocabulary')];
  const format = useFormat();
  const router = useRouter();
  const people = useRef(new Map(values.personId && person ? [[values.personId, person]] : []));
  const form = useActionForm({ schema: editActionPointSchema, action: editActionPointAction, defaultValues: values, onSuccess: () => router.push(path) });
  const institution = (id: unknown) => institutions.options.find(({ value }) => value === id)?.label.trim() ?? t('anotherInstitution');
  // Names instead of ids, where both texts are compared.
  const show = (name: string, value: unknown) => {
    if (value === null || value === undefined || value === '') return '–';
    if (name === 'institutionId') return institution(value);
    if (name === 'involvedIds') return (value as string[]).map(institution).join('\n') || '–';
    if (name === 'personId') return people.current.get(String(value)) ?? t('anotherPerson');
    if (name === 'priority') return words(`priorities.${String(value)}`);
    return name === 'dueDate' ? format.date(String(value)) : String(value);
  };
  return (
    <Form form={form} label={t('edit')} show={show}>
      <PointFields projectId={values.projectId} institutions={institutions} person={person ?? undefined} onPerson={(id, name) => people.current.set(id, name)} />
      <SubmitBar label={common('save')}><ButtonLink href={path}>{common('cancel')}</ButtonLink></SubmitBar>
    </Form>
  );
}
