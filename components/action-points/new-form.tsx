'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Form } from '@/components/form/form';
import { SubmitBar } from '@/components/form/submit-bar';
import { useActionForm } from '@/components/form/use-action-form';
import { ButtonLink } from '@/components/ui/button';
import { createActionPointAction } from '@/lib/action-points/actions/points';
import { createActionPointSchema } from '@/lib/action-points/schema';
import { type PointChoices, PointFields } from './point-fields';

type Props = { path: string; projectId: string; id: string; /** the activity in which it was agreed */ activityId: string; institutions: PointChoices };

/** An action point agreed outside any meeting. */
export function NewActionPointForm({ path, projectId, id, activityId, institutions }: Props) {
  const [t, common] = [useTranslations('actionPoints'), useTranslations('common')];
  const router = useRouter();
  const defaultValues = { projectId, id, activityId, text: '', institutionId: '', personId: '', dueDate: '', priority: 'normal' as const, involvedIds: [], confirmations: [] };
  const form = useActionForm({ schema: createActionPointSchema, action: createActionPointAction, defaultValues, onSuccess: () => router.push(path) });
  return (
    <Form form={form} label={t('add')}>
      <PointFields projectId={projectId} institutions={institutions} />
      <SubmitBar label={common('save')}><ButtonLink href={path}>{common('cancel')}</ButtonLink></SubmitBar>
    </Form>
  );
}
