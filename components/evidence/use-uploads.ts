'use client';
import { useRef, useState } from 'react';
import { newId } from '@/lib/shared/ids';
import type { ActionResult, MessageKey, MessageParams } from '@/lib/shared/result';
import type { EvidenceKind } from '@/lib/shared/vocabulary';

/** The record that a file proves. */
export type Proved = { activityId: string } | { readingId: string };
export type Upload = {
  id: string;
  file: File;
  kind: EvidenceKind;
  state: 'waiting' | 'sending' | 'done' | 'refused';
  /** 0…100 */
  percent: number;
  failure?: { reason: MessageKey; params?: MessageParams };
};
type Target = { projectId: string; /** what the file proves */ record: Proved; maxMb?: number; onDone: (version: number | undefined) => void };

/** Files on their way, one after the other; a failed one can be sent again under the same id, which the server recognises. */
export function useUploads(target: Target) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const change = (id: string, part: Partial<Upload>) => setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, ...part } : upload)));

  const run = async (upload: Upload) => {
    change(upload.id, { state: 'sending', percent: 0, failure: undefined });
    const result = await send(target, upload, (percent) => change(upload.id, { percent }));
    if (!result.ok) return change(upload.id, { state: 'refused', failure: firstReason(result) });
    change(upload.id, { state: 'done', percent: 100 });
    target.onDone((result.value as { version?: number }).version);
  };
  const enqueue = (upload: Upload) => {
    queue.current = queue.current.then(() => run(upload));
  };

  const add = (files: File[], kind: EvidenceKind) => {
    const fresh = files.map((file): Upload => ({ id: newId(), file, kind, state: 'waiting', percent: 0, failure: tooLarge(file, target.maxMb) }));
    const refused = fresh.map((upload): Upload => (upload.failure ? { ...upload, state: 'refused' } : upload));
    setUploads((all) => [...all.filter((upload) => upload.state !== 'done'), ...refused]);
    for (const upload of refused) if (!upload.failure) enqueue(upload);
  };
  const drop = (id: string) => setUploads((all) => all.filter((upload) => upload.id !== id));
  return { uploads, add, again: enqueue, drop };
}

const tooLarge = (file: File, maxMb?: number) => (maxMb !== undefined && file.size > maxMb * 1_000_000 ? { reason: 'fileTooLarge', params: { n: maxMb } } : undefined);

const firstReason = (failure: Extract<ActionResult, { ok: false }>) => ({ reason: Object.values(failure.fieldErrors ?? {})[0] ?? failure.reason, params: failure.params });

// XMLHttpRequest, because fetch does not tell how much has been sent.
function send(target: Target, upload: Upload, onProgress: (percent: number) => void): Promise<ActionResult> {
  const form = new FormData();
  form.append('projectId', target.projectId);
  for (const [name, id] of Object.entries(target.record)) form.append(name, id);
  form.append('id', upload.id);
  form.append('kind', upload.kind);
  form.append('file', upload.file);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(Math.round((event.loaded / event.total) * 100));
    request.onerror = () => resolve({ ok: false, reason: 'network' });
    request.onload = () => resolve(answerOf(request.responseText));
    request.open('POST', '/api/files');
    request.send(form);
  });
}

function answerOf(text: string): ActionResult {
  try {
    return JSON.parse(text) as ActionResult;
  } catch {
    return { ok: false, reason: 'unexpected' };
  }
}
