'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import type { z } from 'zod';
import { ComboboxField } from '@/components/form/combobox-field';
import { Form, FormSection } from '@/components/form/form';
import { DateField, NumberField, SelectField, TextArea } from '@/components/form/inputs';
import { useActionForm } from '@/components/form/use-action-form';
import { Button } from '@/components/ui/button';
import { recordMoveAction } from '@/lib/equipment/actions';
import { recordMoveSchema } from '@/lib/equipment/schema/custody';
import { newId } from '@/lib/shared/ids';
import type { MoveKind } from '@/lib/shared/vocabulary';

type Values = z.input<typeof recordMoveSchema>;
/** Pieces that can move: where they are, how many, and what can happen to them from there. */
export type Giver = { id: string; label: string; remaining: number; since: string; kinds: MoveKind[] };
type Props = { projectId: string; itemId: string; today: string; givers: Giver[]; institutions: { value: string; label: string }[] };

/** Records what happened to an item or to part of a lot: who has it from when, and why. */
export function MoveForm({ projectId, itemId, today, givers, institutions }: Props) {
  const t = useTranslations('equipment');
  const router = useRouter();
  const first = givers[0];
  const blank = { projectId, id: newId(), itemId, holdingId: givers.length === 1 ? first?.id : '', kind: '', quantity: givers.length === 1 ? String(first?.remaining ?? 1) : '', since: today, institutionId: '', personId: '', dueBack: '', reason: '' };
  const form = useActionForm({ schema: recordMoveSchema, action: recordMoveAction, defaultValues: blank as unknown as Values, onSuccess: () => router.refresh() });
  return (
    <Form form={form} label={t('recordMove')}>
      <FormSection title={t('recordMove')} description={t('recordMoveHint')} columns={3}>
        <Fields projectId={projectId} today={today} givers={givers} institutions={institutions} />
        <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} rows={2} max={2000} className="sm:col-span-2 lg:col-span-3" />
        <div className="sm:col-span-2 lg:col-span-3"><Button type="submit" variant="primary" aria-disabled={form.pending || undefined}>{t('saveMove')}</Button></div>
      </FormSection>
    </Form>
  );
}

function Fields({ projectId, today, givers, institutions }: Omit<Props, 'itemId'>) {
  const t = useTranslations('equipment');
  const words = useTranslations('vocabulary.moveKinds');
  const [kind, holdingId] = useWatch({ name: ['kind', 'holdingId'] });
  const giver = givers.find((one) => one.id === holdingId);
  const kinds = giver?.kinds ?? [...new Set(givers.flatMap((one) => one.kinds))];
  const receives = kind === 'transfer' || kind === 'loan';
  const people = async (query: string) => {
    const response = await fetch(`/api/people/search?project=${projectId}&q=${encodeURIComponent(query)}`);
    const found = response.ok ? ((await response.json()) as { people: { id: string; name: string; institution: string }[] }).people : [];
    return found.map((person) => ({ value: person.id, label: person.name, detail: person.institution }));
  };
  return (
    <>
      {givers.length > 1 && <SelectField name="holdingId" label={t('from')} empty={t('choose')} options={givers.map((one) => ({ value: one.id, label: one.label }))} />}
      <SelectField name="kind" label={t('whatHappened')} empty={t('choose')} options={kinds.map((value) => ({ value, label: words(value) }))} />
      <NumberField name="quantity" label={t('pieces')} hint={giver && giver.remaining > 1 ? t('ofPieces', { n: giver.remaining }) : undefined} whole />
      <DateField name="since" label={t('on')} min={giver?.since} max={today} />
      {receives && <SelectField name="institutionId" label={t('to')} empty={t('choose')} options={institutions} />}
      {receives && <ComboboxField name="personId" label={t('user')} hint={t('userHint')} optional search={people} />}
      {kind === 'loan' && <DateField name="dueBack" label={t('dueBackOn')} optional />}
    </>
  );
}
