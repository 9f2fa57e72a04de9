import { useTranslations } from 'next-intl';
import { Pill } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/feedback';
import { Icon } from '@/components/ui/icon';
import type { EvidenceView } from '@/lib/evidence/queries';
import { useFormat } from '@/lib/i18n/use-format';
import { EvidenceRemove } from './evidence-remove';

type Props = {
  projectId: string;
  files: EvidenceView[];
  timeZone: string;
  /** shows the button that takes a file off the record */
  mayRemove?: boolean;
  /** what the files prove */
  of?: 'activity' | 'reading';
  /** in an open form: the version of the activity after a removal */
  onChanged?: (version: number) => void;
};

/** The files that prove a record. On the server or inside a form; in a form it needs the namespaces evidence and vocabulary. */
export function EvidenceList({ projectId, files, timeZone, mayRemove = false, of = 'activity', onChanged }: Props) {
  const t = useTranslations('evidence');
  if (files.length === 0) return <EmptyState icon="file" title={t('none')}>{t('noneHint')}</EmptyState>;
  return (
    <ul className="divide-y divide-line" aria-label={t('title')}>
      {files.map((file) => (
        <li key={file.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
          <EvidenceFile file={file} timeZone={timeZone} />
          {mayRemove && (
            <EvidenceRemove
              projectId={projectId}
              evidenceId={file.id}
              of={of}
              texts={{ remove: t('remove'), removeNamed: t('removeNamed', { name: file.fileName }), sure: t('removeSure'), keep: t('keep'), failed: t('failed') }}
              onChanged={onChanged}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function EvidenceFile({ file, timeZone }: { file: EvidenceView; timeZone: string }) {
  const t = useTranslations('evidence');
  const words = useTranslations('vocabulary');
  const format = useFormat();
  return (
    <>
      <Icon name="file" className="text-soft" />
      <div className="min-w-0 flex-1 basis-40">
        <a href={`/api/files/${file.id}`} target="_blank" rel="noopener" className="font-medium break-words">{file.fileName}</a>
        <p className="text-xs text-soft">
          {t('meta', { size: format.fileSize(file.size), who: file.uploadedBy, when: format.moment(file.uploadedAt, timeZone) })}
        </p>
      </div>
      <Pill>{words(`evidenceKinds.${file.kind}`)}</Pill>
    </>
  );
}
