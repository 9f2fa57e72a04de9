'use client';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { EvidenceList } from '@/components/evidence/evidence-list';
import { EvidenceUpload } from '@/components/evidence/evidence-upload';
import { GuardedTexts } from '@/components/guard/guarded';
import { useKit } from '@/components/form/context';
import { HelpText } from '@/components/ui/feedback';
import type { EvidenceView } from '@/lib/evidence/queries';
import { fileNameText, filesPath } from '@/lib/guard/rules/texts';
import { useSurroundings } from './context';
import { EvidenceSection } from './evidence';

type Proof = { files: EvidenceView[]; signed: boolean };

/** Files of the record: what is there, what is needed, and the upload as soon as the draft is saved once. `signed`: the certificate of a hand-over is. */
export function EvidencePart({ evidence, signed }: { evidence: EvidenceView[]; signed: boolean }) {
  const [t, guard] = [useTranslations('activityForm'), useTranslations('guard')];
  const { projectId, evidenceKinds, timeZone, maxUploadMb } = useSurroundings();
  const { form } = useKit();
  const { setValue } = useFormContext();
  const [id, version] = useWatch({ name: ['id', 'version'] }) as [string, number | null];
  const [proof, setProof] = useState<Proof>({ files: evidence, signed });
  const lookAgain = useCallback(async () => {
    const found = await storedProof(id, projectId);
    if (found) setProof(found);
  }, [id, projectId]);
  const [seen, setSeen] = useState(version);
  // A saved change may have ended an electronic signature; nothing else does it behind this form's back.
  useEffect(() => {
    if (version === seen || !proof.signed) return;
    setSeen(version);
    void lookAgain();
  }, [lookAgain, proof.signed, seen, version]);
  // The file belongs to what a reviewer sees, so the record has a newer version now; the form goes on from it.
  const onChanged = (next: number) => {
    setValue('version', next);
    form.base.current = { ...form.base.current, version: next };
    void lookAgain();
  };
  return (
    <EvidenceSection present={proof.files.map((file) => file.kind)} signed={proof.signed}>
      {proof.files.length > 0 && <EvidenceList projectId={projectId} files={proof.files} timeZone={timeZone} mayRemove onChanged={onChanged} />}
      <GuardedTexts name={filesPath} label={guard('parts.files')} texts={proof.files.map((file) => fileNameText(file.fileName).text ?? '')} />
      {version === null ? <HelpText>{t('evidenceAfterSave')}</HelpText> : <EvidenceUpload projectId={projectId} record={{ activityId: id }} kinds={evidenceKinds} maxMb={maxUploadMb} onChanged={onChanged} />}
    </EvidenceSection>
  );
}

async function storedProof(id: string, projectId: string): Promise<Proof | null> {
  const response = await fetch(`/api/activities/${id}/form?project=${projectId}`).catch(() => null);
  if (!response?.ok) return null;
  const { evidence, signed } = (await response.json()) as { signed: boolean; evidence: (Omit<EvidenceView, 'uploadedAt'> & { uploadedAt: string })[] };
  return { signed, files: evidence.map((file) => ({ ...file, uploadedAt: new Date(file.uploadedAt) })) };
}
