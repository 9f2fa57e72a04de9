'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { z } from 'zod';
import { Form } from '@/components/form/form';
import { SelectField, TextField } from '@/components/form/inputs';
import { useActionForm } from '@/components/form/use-action-form';
import { Button, buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { projectRoles } from '@/lib/shared/vocabulary';
import { setMembershipAction } from '@/lib/users/actions';
import { setMembershipSchema } from '@/lib/users/schema';

/** Adds a member by the address of their account, or changes a member's role. */
export function MemberForm({ projectId }: { projectId: string }) {
  const t = useTranslations('settings.members');
  const words = useTranslations('vocabulary');
  const common = useTranslations('common');
  const router = useRouter();
  const defaultValues: z.input<typeof setMembershipSchema> = { projectId, email: '', role: 'staff' };
  const form = useActionForm({ schema: setMembershipSchema, action: setMembershipAction, defaultValues, onSuccess: () => router.refresh() });
  return (
    <details>
      <summary className={buttonClass({ size: 'sm' })}><Icon name="plus" />{t('add')}</summary>
      <Form form={form} className="mt-4 grid gap-4" label={t('add')}>
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <TextField name="email" type="email" label={t('email')} hint={t('emailHint')} maxLength={254} />
          <SelectField name="role" label={t('role')} hint={t('roleHint')} options={projectRoles.map((value) => ({ value, label: words(`projectRoles.${value}`) }))} />
        </div>
        <div><Button type="submit" variant="primary" aria-disabled={form.pending || undefined}>{common('save')}</Button></div>
      </Form>
    </details>
  );
}
