'use client';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { type ChangeEvent, useId, useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { errorText } from '@/lib/i18n/error-text';
import type { EvidenceKind } from '@/lib/shared/vocabulary';
import { type Proved, type Upload, useUploads } from './use-uploads';

type Props = {
  projectId: string;
  record: Proved;
  /** what may be chosen, the needed ones first */
  kinds: readonly EvidenceKind[];
  maxMb?: number;
  /** the version of the activity after each file, for an open form to go on with */
  onChanged?: (version: number) => void;
};
const accept = '.pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx';

/** Attaches files at once, several if wanted, also from the camera of a phone. Holds no form, so it may stand in one. Needs the namespaces evidence, errors, vocabulary. */
export function EvidenceUpload({ projectId, record, kinds, maxMb, onChanged }: Props) {
  const t = useTranslations('evidence');
  const words = useTranslations('vocabulary');
  const [kind, setKind] = useState<EvidenceKind>(kinds[0] ?? 'other');
  const router = useRouter();
  const id = useId();
  const onDone = (version: number | undefined) => {
    if (version !== undefined) onChanged?.(version);
    router.refresh();
  };
  const { uploads, add, again, drop } = useUploads({ projectId, record, maxMb, onDone });
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    add([...(event.target.files ?? [])], kind);
    event.target.value = '';
  };
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="mb-2 font-medium">{t('add')}</legend>
      <div className="flex flex-wrap items-end gap-3">
        <div className="grid gap-1">
          <label htmlFor={`${id}-kind`} className="font-medium">{t('kind')}</label>
          <select id={`${id}-kind`} className="control" value={kind} onChange={(event) => setKind(event.target.value as EvidenceKind)}>
            {kinds.map((value) => <option key={value} value={value}>{words(`evidenceKinds.${value}`)}</option>)}
          </select>
        </div>
        <Picker id={`${id}-files`} label={t('chooseFiles')} icon="upload" accept={accept} multiple onChange={choose} describedBy={`${id}-hint`} />
        <span className="hidden pointer-coarse:block">
          <Picker id={`${id}-camera`} label={t('takePhoto')} icon="plus" accept="image/*" capture="environment" onChange={choose} describedBy={`${id}-hint`} />
        </span>
      </div>
      <p id={`${id}-hint`} className="text-xs text-soft">{maxMb === undefined ? t('hint') : t('hintWithLimit', { n: maxMb })}</p>
      <ul className="grid gap-1" aria-live="polite">
        {uploads.map((upload) => <UploadRow key={upload.id} upload={upload} onAgain={() => again(upload)} onDrop={() => drop(upload.id)} />)}
      </ul>
    </fieldset>
  );
}

type PickerProps = { id: string; label: string; icon: 'upload' | 'plus'; accept: string; multiple?: boolean; capture?: 'environment'; onChange: (event: ChangeEvent<HTMLInputElement>) => void; describedBy: string };

// The input itself is only out of sight: it takes the focus, and its label shows it.
function Picker({ id, label, icon, describedBy, ...input }: PickerProps) {
  return (
    <span className="relative inline-flex">
      <input id={id} type="file" className="peer sr-only" aria-describedby={describedBy} {...input} />
      <label htmlFor={id} className={buttonClass({ className: 'cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent' })}>
        <Icon name={icon} />
        {label}
      </label>
    </span>
  );
}

function UploadRow({ upload, onAgain, onDrop }: { upload: Upload; onAgain: () => void; onDrop: () => void }) {
  const t = useTranslations('evidence');
  const errors = useTranslations('errors');
  const refused = upload.state === 'refused';
  const state = upload.failure ? errorText(errors, upload.failure.reason, upload.failure.params) : t(`states.${upload.state}`, { percent: upload.percent });
  return (
    <li className="flex flex-wrap items-center gap-2">
      <Icon name={refused ? 'error' : upload.state === 'done' ? 'success' : 'clock'} className={refused ? 'text-bad' : upload.state === 'done' ? 'text-good' : 'text-soft'} />
      <span className="break-all">{upload.file.name}</span>
      <span className={refused ? 'font-medium text-bad' : 'text-soft'}>{state}</span>
      {refused && <Button size="sm" variant="ghost" onClick={onAgain}>{t('again')}</Button>}
      {refused && <Button size="sm" variant="ghost" onClick={onDrop}>{t('dismiss')}</Button>}
    </li>
  );
}
