'use client';
import { useActionState, useId } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { nameSupervisor, type SupervisorOutcome } from './name-supervisor';

type Texts = Record<'label' | 'none' | 'hint' | 'save', string>;
type Props = { projectId: string; followUpId: string; email: string | null; /** whose supervisor, for assistive technology */ name: string; texts: Texts };

/** The address at which one supervisor is asked and reminded; empty takes it away. Folded: a list of thirty is a list, not thirty forms. */
export function SupervisorForm({ projectId, followUpId, email, name, texts }: Props) {
  const [outcome, act, pending] = useActionState<SupervisorOutcome, FormData>(nameSupervisor, null);
  const id = useId();
  const wrong = outcome !== null && !outcome.saved;
  return (
    <details open={outcome !== null || undefined}>
      <summary className="inline-flex min-h-6 max-w-full items-center gap-1 text-soft hover:text-accent">
        <Icon name="right" size={12} className="turn shrink-0" />
        <span className="truncate">
          {texts.label}: {email ?? texts.none}
        </span>
        <span className="sr-only">, {name}</span>
      </summary>
      <form action={act} className="mt-1 grid max-w-md gap-1" aria-busy={pending}>
        <input type="hidden" name="projectId" value={projectId} />
        <input type="hidden" name="followUpId" value={followUpId} />
        <label htmlFor={id} className="sr-only">
          {texts.label}: {name}
        </label>
        <span className="flex flex-wrap gap-2">
          <input id={id} key={outcome?.typed ?? email ?? ''} type="email" name="email" maxLength={254} autoComplete="off" defaultValue={outcome?.typed ?? email ?? ''} className="control min-h-7 w-40 grow py-0.5" aria-invalid={wrong || undefined} aria-describedby={`${id}-said`} />
          <button type="submit" className={buttonClass({ size: 'sm' })} disabled={pending}>
            {texts.save}
          </button>
        </span>
        <span id={`${id}-said`} role="status" className={`text-xs ${wrong ? 'font-medium text-bad' : 'text-soft'}`}>
          {outcome?.message ?? texts.hint}
        </span>
      </form>
    </details>
  );
}
