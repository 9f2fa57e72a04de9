'use client';
import { createContext, type FormEvent, type ReactNode, useActionState, useContext, useId, useState, useTransition } from 'react';
import { Banner } from '@/components/ui/feedback';
import { type StepOutcome, takeStep } from './take-step';

const OutcomeContext = createContext<StepOutcome>(null);
type Props = { projectId: string; failed: string; reload: string; children: ReactNode; className?: string };

/** A form whose buttons each take a step of the review (`name="step"`). Says what came of it; a refusal keeps the note. Works without JavaScript. */
export function StepForm({ projectId, failed, reload, children, className = '' }: Props) {
  const [served, formAction] = useActionState<StepOutcome, FormData>(takeStep, null);
  const [local, setLocal] = useState<StepOutcome>(null);
  const [pending, start] = useTransition();
  const outcome = local ?? served;
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element, (event.nativeEvent as SubmitEvent).submitter);
    if (pending) return;
    start(async () => {
      const result = await takeStep(null, form).catch((): StepOutcome => ({ done: false, message: failed, details: [], stale: false, typed: '' }));
      if (result?.done) element.reset();
      setLocal(result);
    });
  };
  return (
    <form action={formAction} onSubmit={send} aria-busy={pending} className={className}>
      <input type="hidden" name="projectId" value={projectId} />
      <div role="status" className="empty:hidden">
        {outcome && <Outcome outcome={outcome} reload={reload} />}
      </div>
      <OutcomeContext value={outcome}>
        <fieldset disabled={pending} className="contents">
          {children}
        </fieldset>
      </OutcomeContext>
    </form>
  );
}

function Outcome({ outcome, reload }: { outcome: NonNullable<StepOutcome>; reload: string }) {
  return (
    <Banner kind={outcome.done ? 'success' : 'error'}>
      {outcome.message}
      {outcome.details.length > 0 && (
        <ul className="list-disc pl-5">
          {outcome.details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
      {outcome.stale && (
        <a href="?" className="link ml-2">
          {reload}
        </a>
      )}
    </Banner>
  );
}

/** The note of a step; after a refusal it holds what was typed, also without JavaScript. */
export function NoteField({ label, hint, required }: { label: string; hint?: string; required?: boolean }) {
  const outcome = useContext(OutcomeContext);
  const id = useId();
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-xs text-soft">
          {hint}
        </p>
      )}
      <textarea
        id={id}
        name="note"
        rows={2}
        maxLength={2000}
        required={required}
        defaultValue={outcome?.typed}
        className="control"
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
    </div>
  );
}
