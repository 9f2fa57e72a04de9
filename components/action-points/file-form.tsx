'use client';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Banner } from '@/components/ui/feedback';
import { explain } from '@/lib/i18n/actions';
import { newId } from '@/lib/shared/ids';
import type { ActionResult } from '@/lib/shared/result';

type Props = { projectId: string; actionPointId: string; texts: { label: string; hint: string; attach: string; failed: string } };

/** Attaches a file to an action point. */
export function FileForm({ projectId, actionPointId, texts }: Props) {
  const router = useRouter();
  const [refusal, setRefusal] = useState('');
  const [pending, setPending] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    form.set('id', newId());
    setPending(true);
    try {
      const response = await fetch('/api/action-points/files', { method: 'POST', body: form });
      const result = (await response.json()) as ActionResult;
      setRefusal(result.ok ? '' : await explain({ reason: result.reason, params: result.params }));
      if (result.ok) {
        element.reset();
        router.refresh();
      }
    } catch {
      setRefusal(texts.failed);
    }
    setPending(false);
  };
  return (
    <form onSubmit={send} className="grid gap-2" aria-busy={pending}>
      {refusal && <Banner kind="error">{refusal}</Banner>}
      <input type="hidden" name="projectId" value={projectId} />
      <input type="hidden" name="actionPointId" value={actionPointId} />
      <label htmlFor="evidence" className="font-medium">{texts.label}</label>
      <p id="evidence-hint" className="text-xs text-soft">{texts.hint}</p>
      <div className="flex flex-wrap gap-2">
        <input id="evidence" type="file" name="file" required aria-describedby="evidence-hint" className="control max-w-80" />
        <Button type="submit" aria-disabled={pending || undefined}>{texts.attach}</Button>
      </div>
    </form>
  );
}
