'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { z } from 'zod';
import { Form } from '@/components/form/form';
import { SelectField } from '@/components/form/inputs';
import { useActionForm } from '@/components/form/use-action-form';
import { Button, buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { setProjectInstitutionAction } from '@/lib/projects/actions';
import { setProjectInstitutionSchema } from '@/lib/projects/schema';
import { institutionRoles } from '@/lib/shared/vocabulary';

/** Lists an institution in the project, or changes its role. */
export function InstitutionForm({ projectId, choices }: { projectId: string; choices: { value: string; label: string }[] }) {
  const t = useTranslations('settings.institutions');
  const words = useTranslations('vocabulary');
  const common = useTranslations('common');
  const router = useRouter();
  const defaultValues: z.input<typeof setProjectInstitutionSchema> = { projectId, institutionId: '', role: 'counterpart' };
  const form = useActionForm({ schema: setProjectInstitutionSchema, action: setProjectInstitutionAction, defaultValues, onSuccess: () => router.refresh() });
  return (
    <details>
      <summary className={buttonClass({ size: 'sm' })}><Icon name="plus" />{t('add')}</summary>
      <Form form={form} className="mt-4 grid gap-4" label={t('add')}>
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <SelectField name="institutionId" label={t('institution')} hint={t('institutionHint')} empty={t('choose')} options={choices} />
          <SelectField name="role" label={t('role')} hint={t('roleHint')} options={institutionRoles.map((value) => ({ value, label: words(`institutionRoles.${value}`) }))} />
        </div>
        <div><Button type="submit" variant="primary" aria-disabled={form.pending || undefined}>{common('save')}</Button></div>
      </Form>
    </details>
  );
}
