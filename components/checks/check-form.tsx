'use client';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Form, FormSection } from '@/components/form/form';
import { DateField, TextArea, TextField } from '@/components/form/inputs';
import { useActionForm } from '@/components/form/use-action-form';
import { Button, ButtonLink, buttonClass } from '@/components/ui/button';
import { Banner } from '@/components/ui/feedback';
import { type CheckRound, checkRoundSchema } from '@/lib/equipment/schema/checks';
import type { ActionResult } from '@/lib/shared/result';
import { CheckedItems } from './checked-items';
import { type Choosable, rowOf } from './choosable';
import { PhotoField } from './photo-field';

type Props = { project: { id: string; slug: string }; id: string; today: string; items: Choosable[]; back: string; maxMb: number };

/** End-use checks where the items stand, made for a phone: find them by label or name, say how each is, add place and photo; one item or a whole room at once. */
export function CheckForm({ project, id, today, items, back, maxMb }: Props) {
  const t = useTranslations('checks');
  const photos = useRef<File[]>([]);
  const [saved, setSaved] = useState(0);
  const blank = { projectId: project.id, id, items: items.map(rowOf), checkedOn: today, usedBy: '', location: '', note: '' } as unknown as CheckRound;
  const form = useActionForm({ schema: checkRoundSchema, action: (round: CheckRound) => send(round, photos.current), defaultValues: blank, onSuccess: (_value, round) => setSaved(round.items.length) });
  if (saved > 0)
    return (
      <Banner kind="success" title={t('saved', { n: saved })} live>
        <p className="mb-3">{t('savedHint')}</p>
        <span className="flex flex-wrap gap-2">
          {/* A full load: the next round gets ids of its own. */}
          <a href={`${back}/new`} className={buttonClass({ variant: 'primary' })}>{t('next')}</a>
          <ButtonLink href={back}>{t('backToList')}</ButtonLink>
        </span>
      </Banner>
    );
  return (
    <Form form={form} label={t('newTitle')} className="grid gap-4">
      <CheckedItems slug={project.slug} known={items} />
      <FormSection title={t('where')} columns={2}>
        <DateField name="checkedOn" label={t('checkedOn')} max={today} />
        <TextField name="location" label={t('location')} optional maxLength={200} />
        <TextField name="usedBy" label={t('usedBy')} hint={t('usedByHint')} optional maxLength={200} />
        <TextArea name="note" label={t('note')} optional rows={2} max={2000} />
        <PhotoField maxMb={maxMb} onFiles={(files) => { photos.current = files; }} />
      </FormSection>
      <Button type="submit" variant="primary" className="min-h-12 text-base sm:justify-self-start" aria-disabled={form.pending || undefined}>{form.pending ? t('sending') : t('save')}</Button>
    </Form>
  );
}

async function send(round: CheckRound, photos: File[]): Promise<ActionResult> {
  const form = new FormData();
  form.append('check', JSON.stringify(round));
  for (const photo of photos) form.append('photos', photo);
  const response = await fetch('/api/checks', { method: 'POST', body: form });
  return (await response.json()) as ActionResult;
}
