'use client';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { type DragEvent, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Banner } from '@/components/ui/feedback';
import { Icon } from '@/components/ui/icon';
import { errorText } from '@/lib/i18n/error-text';
import { newId } from '@/lib/shared/ids';
import type { ActionFailure, ActionResult } from '@/lib/shared/result';
import type { ImportKind } from '@/lib/shared/vocabulary';

type Props = { projectId: string; kind: ImportKind; activityId?: string; /** where the previews of the project stand */ previews: string };

/** Takes a list, has the server read it, and goes on to its preview. Nothing is saved by it. Needs the namespaces imports and errors. */
export function ImportUpload({ projectId, kind, activityId, previews }: Props) {
  const t = useTranslations('imports');
  const errors = useTranslations('errors');
  const router = useRouter();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ActionFailure | null>(null);

  const send = async (file: File | undefined) => {
    if (!file || busy) return;
    setName(file.name);
    setFailure(null);
    setBusy(true);
    const result = await upload(file, { projectId, kind, activityId: activityId ?? '', id: newId() });
    if (result.ok) return router.push(`${previews}/${result.value.id}`);
    setBusy(false);
    setFailure(result);
    if (input.current) input.current.value = '';
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void send(event.dataTransfer.files[0]);
  };
  return (
    <div className="grid gap-4">
      {failure && <Banner kind="error" title={t('refused', { name })}>{errorText(errors, failure.reason, failure.params)}</Banner>}
      <fieldset
        aria-label={t('file')}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
        className={`flex min-w-0 flex-col items-center gap-2 rounded-lg border border-dashed px-6 py-8 text-center ${over ? 'border-accent bg-accent-soft' : 'border-edge bg-surface'}`}
      >
        <Icon name="upload" size={20} className="text-soft" />
        <p className="text-soft" aria-hidden>{t('drop')}</p>
        <input ref={input} id={id} type="file" className="sr-only" tabIndex={-1} accept={kind === 'results' ? '.xlsx,.csv,.txt,.tsv,.xml' : '.xlsx,.csv,.txt,.tsv'} aria-label={t('file')} onChange={(event) => void send(event.target.files?.[0])} />
        <Button variant="primary" icon="file" disabled={busy} onClick={() => input.current?.click()} aria-describedby={`${id}-hint`}>{t('choose')}</Button>
        <p id={`${id}-hint`} className="text-xs text-soft">{t(kind === 'results' ? 'limitsMatrix' : 'limits')}</p>
        <p role="status" className="min-h-5 font-medium">{busy ? t('reading', { name }) : ''}</p>
      </fieldset>
    </div>
  );
}

async function upload(file: File, fields: Record<string, string>): Promise<ActionResult<{ id: string }>> {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.set(key, value);
  form.set('file', file);
  try {
    const response = await fetch('/api/imports', { method: 'POST', body: form });
    return (await response.json()) as ActionResult<{ id: string }>;
  } catch {
    return { ok: false, reason: 'network' };
  }
}
