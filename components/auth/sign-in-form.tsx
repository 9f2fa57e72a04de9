'use client';
import { useTranslations } from 'next-intl';
import { useActionState, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Banner } from '@/components/ui/feedback';
import { signInAction } from '@/lib/auth/actions';
import { errorText } from '@/lib/i18n/error-text';

/** E-mail and password; posts without JavaScript too. After a refusal the address stays and the password takes the focus. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations('auth');
  const errors = useTranslations('errors');
  const [state, action, pending] = useActionState(signInAction, {});
  const password = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (state.reason) password.current?.focus();
  }, [state]);

  return (
    <form action={action} className="grid gap-4">
      {state.reason && <Banner kind="error">{errorText(errors, state.reason, { n: state.seconds ?? 0 })}</Banner>}
      <input type="hidden" name="next" value={next} />
      <div className="grid gap-1">
        <label htmlFor="email" className="font-medium">{t('email')}</label>
        <input id="email" name="email" type="email" autoComplete="username" required maxLength={254} defaultValue={state.email} key={state.email} className="control" />
      </div>
      <div className="grid gap-1">
        <label htmlFor="password" className="font-medium">{t('password')}</label>
        <input ref={password} id="password" name="password" type="password" autoComplete="current-password" required maxLength={200} className="control" />
      </div>
      <Button type="submit" variant="primary" aria-disabled={pending || undefined}>{pending ? t('checking') : t('submit')}</Button>
    </form>
  );
}
