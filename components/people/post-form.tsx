'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { z } from 'zod';
import { Form, FormSection } from '@/components/form/form';
import { DateField, SelectField, TextField } from '@/components/form/inputs';
import { SubmitBar } from '@/components/form/submit-bar';
import { useActionForm } from '@/components/form/use-action-form';
import { ButtonLink } from '@/components/ui/button';
import { savePostAction } from '@/lib/people/actions';
import { savePostSchema } from '@/lib/people/schema/posts';

type Props = { back: string; values: z.input<typeof savePostSchema>; today: string; institutions: { value: string; label: string }[] };

/** A post that a person holds or held. Ending it is giving it an end; who is still in post is read from here. */
export function PostForm({ back, values, today, institutions }: Props) {
  const t = useTranslations('people');
  const common = useTranslations('common');
  const router = useRouter();
  const form = useActionForm({ schema: savePostSchema, action: savePostAction, defaultValues: values, onSuccess: () => router.push(back) });
  return (
    <Form form={form} label={t('postTitle')}>
      <FormSection title={t('postTitle')} description={t('postHint')} columns={2}>
        <SelectField name="institutionId" label={t('institution')} empty={t('choose')} options={institutions} />
        <TextField name="post" label={t('post')} optional maxLength={200} />
        <DateField name="fromDate" label={t('postFrom')} hint={t('postFromHint')} max={today} optional />
        <DateField name="toDate" label={t('postTo')} hint={t('postToHint')} max={today} optional />
      </FormSection>
      <SubmitBar label={common('save')}><ButtonLink href={back}>{common('cancel')}</ButtonLink></SubmitBar>
    </Form>
  );
}
