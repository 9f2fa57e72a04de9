'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { errorText } from '@/lib/i18n/error-text';
import { newId } from '@/lib/shared/ids';
import type { ActionResult } from '@/lib/shared/result';

/** Attaches a file that proves a change of custody. */
export function AttachFile({ projectId, custodyId }: { projectId: string; custodyId: string }) {
  const [t, errors, router] = [useTranslations('equipment'), useTranslations('errors'), useRouter()];
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const send = async (file: File | undefined) => {
    if (!file) return;
    setSaid(t('sending', { name: file.name }));
    const form = new FormData();
    for (const [name, value] of Object.entries({ projectId, custodyId, id: newId(), file })) form.set(name, value);
    const result: ActionResult = await fetch('/api/equipment/custody-files', { method: 'POST', body: form }).then((response) => response.json()).catch(() => ({ ok: false, reason: 'network' }));
    setSaid(result.ok ? '' : errorText(errors, result.reason, result.params));
    if (input.current) input.current.value = '';
    if (result.ok) router.refresh();
  };
  return (
    <span className="no-print flex flex-wrap items-center gap-2">
      <input ref={input} type="file" className="sr-only" tabIndex={-1} aria-label={t('attach')} onChange={(event) => void send(event.target.files?.[0])} />
      <Button size="sm" variant="ghost" icon="upload" onClick={() => input.current?.click()}>{t('attach')}</Button>
      <span role="status" className="text-xs text-soft">{said}</span>
    </span>
  );
}
