import { useTranslations } from 'next-intl';
import { EvidenceList } from '@/components/evidence/evidence-list';
import { EvidenceUpload } from '@/components/evidence/evidence-upload';
import type { Reading } from '@/lib/indicators/queries/detail';
import { evidenceKinds } from '@/lib/shared/vocabulary';

type Props = { reading: Reading; project: { id: string; timeZone: string }; editable: boolean; maxMb: number };

/** The files that prove a reading, for who decides on it too; more can be attached while it is open. Where they can, it needs the namespaces of EvidenceUpload around it. */
export function ReadingEvidence({ reading: { id, files }, project, editable, maxMb }: Props) {
  const t = useTranslations('indicators.reading');
  if (files.length === 0 && !editable) return <p className="text-xs text-soft">{t('noEvidence')}</p>;
  return (
    <details className="mt-1" open={files.length > 0}>
      <summary className="inline-flex min-h-6 items-center gap-1 text-xs underline underline-offset-3 hover:text-accent">{t('evidence', { n: files.length })}</summary>
      {files.length > 0 && <EvidenceList projectId={project.id} files={files.map((file) => ({ ...file, uploadedAt: new Date(file.uploadedAt) }))} timeZone={project.timeZone} of="reading" mayRemove={editable} />}
      {editable && <div className="pt-2"><EvidenceUpload projectId={project.id} record={{ readingId: id }} kinds={[...evidenceKinds].reverse()} maxMb={maxMb} /></div>}
    </details>
  );
}
