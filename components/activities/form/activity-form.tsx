'use client';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import type { Show } from '@/components/form/conflict-panel';
import { Form } from '@/components/form/form';
import { RestoreOffer } from '@/components/form/restore-offer';
import { SubmitBar } from '@/components/form/submit-bar';
import { useActionForm } from '@/components/form/use-action-form';
import { useAutosave } from '@/components/form/use-autosave';
import { Button } from '@/components/ui/button';
import type { SaveActivityForm, SaveActivityInput } from '@/lib/activities/schema';
import type { EvidenceView } from '@/lib/evidence/queries';
import { submitActivityAction } from '@/lib/review/actions';
import type { ActionResult } from '@/lib/shared/result';
import type { ReviewState } from '@/lib/shared/vocabulary';
import { WhatSection, WhenSection, WhereSection } from './basics';
import { type FormSurroundings, SurroundingsContext } from './context';
import { EvidencePart } from './evidence-part';
import { kindFields } from './kinds';
import type { ParticipantRow, PersonFacts } from './participants/row';
import { takenOver } from './participants/taken-over';
import { saveOrExplain } from './save';
import { schemaFor } from './schema-for';

const ConflictList = dynamic(() => import('./participants/conflict-list').then((module) => module.ConflictList));
const showConflict: Show = (name, value, other) => (name === 'participants' ? <ConflictList rows={value as ParticipantRow[]} other={other as ParticipantRow[]} /> : undefined);

type Saved = { id: string; reference: string; version: number };
type Props = {
  base: string;
  userId: string;
  reviewState: ReviewState | null;
  values: SaveActivityForm;
  surroundings: Omit<FormSurroundings, 'people' | 'learn'>;
  people: Record<string, PersonFacts>;
  evidence: EvidenceView[];
  /** a hand-over whose certificate is signed as it stands */
  signed: boolean;
};

/** The one form for all kinds of activity: common parts, the kind's own, evidence; drafts save themselves, one act hands the record in. */
export function ActivityForm({ base, userId, reviewState, values, surroundings, people: known, evidence, signed }: Props) {
  const t = useTranslations('activityForm');
  const router = useRouter();
  const [people, setPeople] = useState(known);
  const learn = useCallback((more: Record<string, PersonFacts>) => setPeople((now) => (Object.keys(more).length > 0 ? { ...now, ...more } : now)), []);
  const [schema] = useState(() => schemaFor(values.kind));
  const { Basics, Sections } = kindFields[values.kind];
  const isDraft = reviewState === null || reviewState === 'draft' || reviewState === 'returned' || reviewState === 'reopened';

  /** Saves; what the register took over from the list is not to be taken over once more. */
  const save = async (input: SaveActivityForm): Promise<ActionResult<Saved>> => {
    const result = await saveOrExplain(input, form.base.current);
    learn(result.ok ? takenOver(form.methods, input, people) : ((result.current as { people?: Record<string, PersonFacts> } | undefined)?.people ?? {}));
    return result;
  };
  const open = (saved: Saved) => {
    router.push(`${base}/${saved.reference}`);
    router.refresh(); // lists seen before show the record as it is now
  };
  const form = useActionForm<SaveActivityForm, SaveActivityInput, Saved>({ schema, action: save, defaultValues: values, onSuccess: open });
  const saveQuietly = async (input: SaveActivityForm): Promise<ActionResult<unknown>> => {
    const result = await save(input);
    // From now on a reload finds the draft instead of an empty form.
    if (result.ok && input.version === null) window.history.replaceState(null, '', `${base}/${input.kind}/new?draft=${result.value.reference}`);
    return result;
  };
  const saveAndSubmit = async (input: SaveActivityForm): Promise<ActionResult<Saved>> => {
    const saved = await save(input);
    if (!saved.ok) return saved;
    form.settle(saved, input);
    const handedIn = await submitActivityAction({ projectId: input.projectId, activityId: saved.value.id, version: saved.value.version, note: null });
    return handedIn.ok ? { ok: true, value: { ...saved.value, version: handedIn.value.version } } : handedIn;
  };
  const autosave = useAutosave({ form, schema, storageKey: `${userId}:${values.version === null ? `${values.projectId}:${values.kind}` : values.id}`, save: saveQuietly, enabled: isDraft, delay: 2000 });

  return (
    <SurroundingsContext value={{ ...surroundings, people, learn }}>
      <RestoreOffer autosave={autosave} />
      <Form form={form} label={t(`kinds.${values.kind}`)} show={showConflict}>
        <WhatSection><Basics /></WhatSection>
        <WhenSection />
        <WhereSection />
        <Sections />
        <EvidencePart evidence={evidence} signed={signed} />
        <SubmitBar label={t('save')} status={autosave.status}>
          {(isDraft || reviewState === 'withdrawn') && <Button aria-disabled={form.pending || undefined} onClick={form.submitWith(saveAndSubmit, open)}>{t('saveAndSubmit')}</Button>}
        </SubmitBar>
      </Form>
    </SurroundingsContext>
  );
}
