'use client';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { Field } from '@/components/form/field';
import { Form } from '@/components/form/form';
import { useActionForm } from '@/components/form/use-action-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { setPasswordAction } from '@/lib/users/actions';
import { setPasswordSchema } from '@/lib/users/schema';

type Props = { userId: string; label: string; title: string; passwordLabel: string; hint: string; closeLabel: string; saveLabel: string };

/** Sets a new password for an account; its sessions end. */
export function PasswordButton(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>{props.label}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={props.title} closeLabel={props.closeLabel}>
        <PasswordForm {...props} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function PasswordForm({ userId, title, passwordLabel, hint, saveLabel, onDone }: Props & { onDone: () => void }) {
  const form = useActionForm({ schema: setPasswordSchema, action: setPasswordAction, defaultValues: { userId, password: '' }, onSuccess: onDone });
  return (
    <Form form={form} className="grid gap-4" label={title}>
      <PasswordField name="password" label={passwordLabel} hint={hint} />
      <div className="flex justify-end"><Button type="submit" variant="primary" aria-disabled={form.pending || undefined}>{saveLabel}</Button></div>
    </Form>
  );
}

export function PasswordField(basics: { name: string; label: string; hint?: string; optional?: boolean }) {
  const { register } = useFormContext();
  return <Field {...basics}>{(wiring) => <input {...wiring} type="password" autoComplete="new-password" maxLength={200} className="control" {...register(basics.name)} />}</Field>;
}
