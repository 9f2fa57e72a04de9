'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { EvidenceList } from '@/components/evidence/evidence-list';
import { EvidenceUpload } from '@/components/evidence/evidence-upload';
import { useKit } from '@/components/form/context';
import { HelpText } from '@/components/ui/feedback';
import type { EvidenceView } from '@/lib/evidence/queries';
import { useSurroundings } from './context';
import { EvidenceSection } from './evidence';

/** Files of the record: what is there, what is needed, and the upload as soon as the draft is saved once. */
export function EvidencePart({ evidence }: { evidence: EvidenceView[] }) {
  const t = useTranslations('activityForm');
  const { projectId, evidenceKinds, timeZone, maxUploadMb } = useSurroundings();
  const { form } = useKit();
  const { setValue } = useFormContext();
  const [id, version] = useWatch({ name: ['id', 'version'] }) as [string, number | null];
  const [files, setFiles] = useState(evidence);
  // The file belongs to what a reviewer sees, so the record has a newer version now; the form goes on from it.
  const onChanged = (next: number) => {
    setValue('version', next);
    form.base.current = { ...form.base.current, version: next };
    void reload(id, projectId).then((found) => found && setFiles(found));
  };
  return (
    <EvidenceSection present={files.map((file) => file.kind)}>
      {files.length > 0 && <EvidenceList projectId={projectId} files={files} timeZone={timeZone} mayRemove onChanged={onChanged} />}
      {version === null ? <HelpText>{t('evidenceAfterSave')}</HelpText> : <EvidenceUpload projectId={projectId} activityId={id} kinds={evidenceKinds} maxMb={maxUploadMb} onChanged={onChanged} />}
    </EvidenceSection>
  );
}

async function reload(id: string, projectId: string): Promise<EvidenceView[] | null> {
  const response = await fetch(`/api/activities/${id}/form?project=${projectId}`).catch(() => null);
  if (!response?.ok) return null;
  const { evidence } = (await response.json()) as { evidence: (Omit<EvidenceView, 'uploadedAt'> & { uploadedAt: string })[] };
  return evidence.map((file) => ({ ...file, uploadedAt: new Date(file.uploadedAt) }));
}
