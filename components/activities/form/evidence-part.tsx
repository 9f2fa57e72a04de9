'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { EvidenceUpload } from '@/components/evidence/evidence-upload';
import { useKit } from '@/components/form/context';
import { HelpText } from '@/components/ui/feedback';
import type { EvidenceKind } from '@/lib/shared/vocabulary';
import { useSurroundings } from './context';
import { EvidenceSection } from './evidence';

export type AttachedFile = { id: string; kind: EvidenceKind; fileName: string };

/** Files of the record: what is there, what is needed, and the upload as soon as the draft is saved once. */
export function EvidencePart({ evidence }: { evidence: AttachedFile[] }) {
  const t = useTranslations('activityForm');
  const words = useTranslations('vocabulary');
  const { projectId, evidenceKinds } = useSurroundings();
  const { form } = useKit();
  const { setValue } = useFormContext();
  const [id, version] = useWatch({ name: ['id', 'version'] }) as [string, number | null];
  const [files, setFiles] = useState(evidence);
  const shown = evidence.length > files.length ? evidence : files;
  // The file belongs to what a reviewer sees, so the record has a newer version now; the form goes on from it.
  const onChanged = (next: number) => {
    setValue('version', next);
    form.base.current = { ...form.base.current, version: next };
    void fetch(`/api/activities/${id}/form?project=${projectId}`)
      .then((response) => (response.ok ? response.json() : null))
      .then((body: { evidence?: AttachedFile[] } | null) => body?.evidence && setFiles(body.evidence));
  };
  return (
    <EvidenceSection present={shown.map((file) => file.kind)}>
      {shown.length > 0 && (
        <ul className="divide-y divide-line rounded-md border border-line px-3">
          {shown.map((file) => (
            <li key={file.id} className="flex flex-wrap justify-between gap-2 py-2">
              <a href={`/api/files/${file.id}`} target="_blank" rel="noopener" className="break-words">{file.fileName}</a>
              <span className="text-soft">{words(`evidenceKinds.${file.kind}`)}</span>
            </li>
          ))}
        </ul>
      )}
      {version === null ? <HelpText>{t('evidenceAfterSave')}</HelpText> : <EvidenceUpload projectId={projectId} activityId={id} kinds={evidenceKinds} onChanged={onChanged} />}
    </EvidenceSection>
  );
}
