'use client';
import { type FormEvent, useActionState, useId, useState, useTransition } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Banner } from '@/components/ui/feedback';
import { type AnswerOutcome, answer } from './answer';

type Texts = Record<'open' | 'applied' | 'yes' | 'no' | 'supervisor' | 'notAsked' | 'answeredOn' | 'note' | 'noteHint' | 'save' | 'failed', string>;
type FollowUp = { id: string; answeredOn: string | null; applied: boolean | null; supervisorConfirmed: boolean | null; note: string | null };
type Props = { projectId: string; followUp: FollowUp; name: string; today: string; texts: Texts };

const word = (value: boolean | null) => (value === null ? '' : value ? 'yes' : 'no');

/** The answer of one trainee, folded away until wanted. A refusal keeps what was typed. */
export function FollowUpForm({ projectId, followUp, name, today, texts }: Props) {
  const [served, formAction] = useActionState<AnswerOutcome, FormData>(answer, null);
  const [local, setLocal] = useState<AnswerOutcome>(null);
  const [pending, start] = useTransition();
  const id = useId();
  const outcome = local ?? served;
  const typed = outcome?.typed ?? {};
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    if (!pending) start(async () => setLocal(await answer(null, form).catch(() => ({ saved: false, message: texts.failed, fields: {}, typed: {} }))));
  };
  return (
    <details open={outcome !== null}>
      <summary className={buttonClass({ size: 'sm', variant: 'ghost', className: '-ml-2' })}>
        {texts.open}
        <span className="sr-only">: {name}</span>
      </summary>
      <form action={formAction} onSubmit={send} className="mt-2 grid gap-3 rounded-md bg-sunken p-3 sm:grid-cols-3" aria-busy={pending}>
        <input type="hidden" name="projectId" value={projectId} />
        <input type="hidden" name="followUpId" value={followUp.id} />
        <div role="status" className="empty:hidden sm:col-span-3">
          {outcome && <Banner kind={outcome.saved ? 'success' : 'error'}>{outcome.message}</Banner>}
        </div>
        <Line id={`${id}-on`} label={texts.answeredOn} error={outcome?.fields.answeredOn}>
          <input
            id={`${id}-on`}
            type="date"
            name="answeredOn"
            required
            max={today}
            defaultValue={typed.answeredOn ?? followUp.answeredOn ?? today}
            className="control"
            aria-invalid={!!outcome?.fields.answeredOn}
          />
        </Line>
        <Line id={`${id}-applied`} label={texts.applied} error={outcome?.fields.applied}>
          <select id={`${id}-applied`} name="applied" required defaultValue={typed.applied ?? word(followUp.applied)} className="control">
            <option value="" />
            <option value="yes">{texts.yes}</option>
            <option value="no">{texts.no}</option>
          </select>
        </Line>
        <Line id={`${id}-supervisor`} label={texts.supervisor}>
          <select
            id={`${id}-supervisor`}
            name="supervisorConfirmed"
            defaultValue={typed.supervisorConfirmed ?? word(followUp.supervisorConfirmed)}
            className="control"
          >
            <option value="">{texts.notAsked}</option>
            <option value="yes">{texts.yes}</option>
            <option value="no">{texts.no}</option>
          </select>
        </Line>
        <div className="sm:col-span-3">
          <Line id={`${id}-note`} label={texts.note} hint={texts.noteHint} error={outcome?.fields.note}>
            <textarea
              id={`${id}-note`}
              name="note"
              rows={2}
              maxLength={1000}
              defaultValue={typed.note ?? followUp.note ?? ''}
              className="control"
              aria-describedby={`${id}-note-hint`}
            />
          </Line>
        </div>
        <div className="sm:col-span-3">
          <button type="submit" className={buttonClass({ variant: 'primary', size: 'sm' })} disabled={pending}>
            {texts.save}
          </button>
        </div>
      </form>
    </details>
  );
}

function Line({ id, label, hint, error, children }: { id: string; label: string; hint?: string; error?: string; children: React.ReactNode }) {
  return (
    <div className="grid content-start gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-xs text-soft">
          {hint}
        </p>
      )}
      {children}
      {error && <p className="text-sm font-medium text-bad">{error}</p>}
    </div>
  );
}
