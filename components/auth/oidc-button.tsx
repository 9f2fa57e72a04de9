'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Banner } from '@/components/ui/feedback';

type Props = { label: string; pendingLabel: string; failedText: string; next: string };

/** Starts the organisation's sign-in by fetch and then leaves: a form that posts here and is redirected away would break the policy `form-action 'self'`. */
export function OidcButton({ label, pendingLabel, failedText, next }: Props) {
  const [state, setState] = useState<'idle' | 'opening' | 'failed'>('idle');

  const start = async () => {
    setState('opening');
    try {
      const { csrfToken } = await (await fetch('/api/auth/csrf')).json();
      const body = new URLSearchParams({ csrfToken, callbackUrl: new URL(next, location.href).href, json: 'true' });
      const { url } = await (await fetch('/api/auth/signin/oidc', { method: 'POST', body })).json();
      location.assign(url);
    } catch {
      setState('failed');
    }
  };

  return (
    <>
      {state === 'failed' && <Banner kind="error">{failedText}</Banner>}
      <Button onClick={start} disabled={state === 'opening'}>{state === 'opening' ? pendingLabel : label}</Button>
    </>
  );
}
