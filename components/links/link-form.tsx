'use client';
import { type FormEvent, type ReactNode, useActionState, useEffect, useRef, useState, useTransition } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Banner } from '@/components/ui/feedback';
import type { LinkOutcome } from './outcome';

type Props = {
  token: string;
  action: (before: LinkOutcome, form: FormData) => Promise<LinkOutcome>;
  /** fields, drawn on the server */
  children: ReactNode;
  /** takes the form's place once it was sent */
  done: ReactNode;
  /** `missing`: of a field left empty, unless the field says it better itself (data-missing) */
  texts: { send: string; sending: string; failed: string; missing: string };
};

/** The form behind a link: plain fields, one button, and thanks in its place. Posts without JavaScript; a refusal keeps what was chosen. */
export function LinkForm({ token, action, children, done, texts }: Props) {
  const [served, formAction] = useActionState<LinkOutcome, FormData>(action, null);
  const [local, setLocal] = useState<LinkOutcome>(null);
  const [pending, start] = useTransition();
  const end = useRef<HTMLDivElement>(null);
  const outcome = local ?? served;
  useEffect(() => {
    if (outcome) end.current?.focus();
  }, [outcome]);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    if (!pending) start(async () => setLocal(await action(null, form).catch(() => ({ saved: false, message: texts.failed, fields: {} }))));
  };
  if (outcome?.saved)
    return (
      <div ref={end} tabIndex={-1} role="status" className="outline-none">
        {done}
      </div>
    );
  return (
    <form action={formAction} onSubmit={send} onInvalidCapture={(event) => speak(event.target, texts.missing)} onInputCapture={(event) => hush(event.currentTarget)} className="grid gap-6" aria-busy={pending}>
      <div ref={end} tabIndex={-1} className="outline-none empty:hidden">
        {outcome && (
          <Banner kind="error">
            {outcome.message}
            {Object.values(outcome.fields).map((field) => (
              <p key={field}>{field}</p>
            ))}
          </Banner>
        )}
      </div>
      <input type="hidden" name="token" value={token} />
      {children}
      <button type="submit" aria-disabled={pending || undefined} className={buttonClass({ variant: 'primary', className: 'min-h-11 w-full text-base' })}>
        {pending ? texts.sending : texts.send}
      </button>
    </form>
  );
}

// The browser would say it in its own language, which need not be that of the page.
function speak(target: EventTarget, text: string): void {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)) return;
  target.setCustomValidity(text && target.validity.valueMissing ? (target.dataset.missing ?? text) : '');
}

// Of a group of choices each one was found wrong, and any of them puts all of them right.
function hush(form: HTMLFormElement): void {
  for (const control of form.elements) if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement) control.setCustomValidity('');
}
