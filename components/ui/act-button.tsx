'use client';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { explain } from '@/lib/i18n/actions';
import type { ActionResult } from '@/lib/shared/result';
import { Button, type ButtonVariant } from './button';
import { Banner } from './feedback';
import type { IconName } from './icon';

type Props = {
  label: string;
  /** read out after the label, where several buttons have the same one */
  context?: string;
  failedText: string;
  action: (input: never) => Promise<ActionResult<unknown>>;
  input: Record<string, unknown>;
  variant?: ButtonVariant;
  size?: 'md' | 'sm';
  icon?: IconName;
};

/** A button that runs an action at once and shows the page anew; a refusal stands under it. For acts that harm nothing: others ask first (ConfirmButton). */
export function ActButton({ label, context, failedText, action, input, variant, size, icon }: Props) {
  const [refusal, setRefusal] = useState('');
  const [pending, start] = useTransition();
  const router = useRouter();
  const run = () =>
    start(async () => {
      try {
        const result = await action(input as never);
        setRefusal(result.ok ? '' : await explain({ reason: result.reason, params: result.params }));
        if (result.ok) router.refresh();
      } catch {
        setRefusal(failedText);
      }
    });
  return (
    <>
      <Button variant={variant} size={size} icon={icon} aria-disabled={pending || undefined} onClick={() => !pending && run()}>
        {label}
        {context && <span className="sr-only">: {context}</span>}
      </Button>
      {refusal && <Banner kind="error">{refusal}</Banner>}
    </>
  );
}
