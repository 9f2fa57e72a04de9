'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { CheckboxField } from '@/components/form/choices';
import { Form, FormSection } from '@/components/form/form';
import { TextField } from '@/components/form/inputs';
import { SubmitBar } from '@/components/form/submit-bar';
import { useActionForm } from '@/components/form/use-action-form';
import { ButtonLink } from '@/components/ui/button';
import { createUserAction } from '@/lib/users/actions';
import { createUserSchema } from '@/lib/users/schema';
import { PasswordField } from './password-button';

/** A new account; its roles are given in each project's settings. */
export function AccountForm({ id }: { id: string }) {
  const t = useTranslations('admin.users');
  const common = useTranslations('common');
  const router = useRouter();
  const form = useActionForm({
    schema: createUserSchema,
    action: createUserAction,
    defaultValues: { id, email: '', name: '', password: '', isAdmin: false },
    onSuccess: () => router.push('/admin/users'),
  });
  return (
    <Form form={form} label={t('add')}>
      <FormSection title={t('account')} description={t('addHint')} columns={2}>
        <TextField name="name" label={t('name')} maxLength={200} />
        <TextField name="email" type="email" label={t('email')} maxLength={254} />
        <PasswordField name="password" label={t('password')} hint={t('noPasswordHint')} optional />
        <CheckboxField name="isAdmin" label={t('isAdmin')} hint={t('isAdminHint')} />
      </FormSection>
      <SubmitBar label={common('save')}><ButtonLink href="/admin/users">{common('cancel')}</ButtonLink></SubmitBar>
    </Form>
  );
}
