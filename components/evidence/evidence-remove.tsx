'use client';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { removeEvidenceAction, removeReadingFileAction } from '@/lib/evidence/actions/remove';
import { explain } from '@/lib/i18n/actions';

type Props = {
  projectId: string;
  evidenceId: string;
  /** what it proves */
  of: 'activity' | 'reading';
  texts: { remove: string; removeNamed: string; sure: string; keep: string; failed: string };
  onChanged?: (version: number) => void;
};

/** Takes a file off a record after asking, in place: it also stands inside forms, where a dialog with a form of its own may not. */
export function EvidenceRemove({ projectId, evidenceId, of, texts, onChanged }: Props) {
  const [asking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState('');
  const [pending, start] = useTransition();
  const router = useRouter();

  const remove = () =>
    start(async () => {
      try {
        const result = await (of === 'reading' ? removeReadingFileAction : removeEvidenceAction)({ projectId, evidenceId });
        if (!result.ok) return setRefusal(await explain({ reason: result.reason, params: result.params }));
        onChanged?.(result.value.version);
        router.refresh();
      } catch {
        setRefusal(texts.failed);
      }
    });

  if (!asking) return <Button size="sm" variant="ghost" icon="trash" aria-label={texts.removeNamed} onClick={() => setAsking(true)}>{texts.remove}</Button>;
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="sr-only">{texts.removeNamed}</legend>
      <span>{texts.sure}</span>
      <Button size="sm" variant="danger" disabled={pending} autoFocus onClick={remove}>{texts.remove}</Button>
      <Button size="sm" onClick={() => { setAsking(false); setRefusal(''); }}>{texts.keep}</Button>
      {refusal && <p role="alert" className="w-full text-sm font-medium text-bad">{refusal}</p>}
    </fieldset>
  );
}
