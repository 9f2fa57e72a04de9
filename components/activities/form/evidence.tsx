'use client';
import { useTranslations } from 'next-intl';
import { useFormContext, useWatch } from 'react-hook-form';
import { GroupLabel } from '@/components/form/context';
import { FieldError, useField } from '@/components/form/field';
import { FormSection } from '@/components/form/form';
import { TextField } from '@/components/form/inputs';
import { Icon } from '@/components/ui/icon';
import type { EvidenceKind } from '@/lib/shared/vocabulary';
import { useSurroundings } from './context';

type Waiver = { requirement: string; reason: string };
type State = 'evidenceThere' | 'evidenceSigned' | 'evidenceWritten' | 'evidenceMissing';

/** What proves the record: needed kinds with their state, each waivable with a reason; the upload stands below. `signed`: the certificate is, if not on paper then electronically. */
export function EvidenceSection({ present, signed, children }: { present: readonly EvidenceKind[]; signed: boolean; children: React.ReactNode }) {
  const t = useTranslations('activityForm');
  const { requiredEvidence } = useSurroundings();
  const minutes = useWatch({ name: 'detail.minutes' }) as string | null | undefined;
  const other: Partial<Record<EvidenceKind, State>> = { ...(signed && { certificate: 'evidenceSigned' }), ...(minutes?.trim() && { minutes: 'evidenceWritten' }) };
  return (
    <FormSection title={t('evidence')} description={t('evidenceHint')}>
      <ul className="grid gap-4">{requiredEvidence.map((kind) => <Required key={kind} kind={kind} state={present.includes(kind) ? 'evidenceThere' : (other[kind] ?? 'evidenceMissing')} />)}</ul>
      {children}
    </FormSection>
  );
}

function Required({ kind, state }: { kind: EvidenceKind; state: State }) {
  const there = state !== 'evidenceMissing';
  const t = useTranslations('activityForm');
  const words = useTranslations('vocabulary');
  const label = words(`evidenceKinds.${kind}`);
  const { setValue, clearErrors } = useFormContext();
  const waivers = useWatch({ name: 'waivers' }) as Waiver[];
  const { error, wiring } = useField({ name: `evidence.${kind}`, label, hint: undefined });
  const place = waivers.findIndex((row) => row.requirement === kind);
  const others = waivers.filter((row) => row.requirement !== kind);
  const write = (next: Waiver[]) => {
    clearErrors([`evidence.${kind}`, 'waivers']);
    setValue('waivers', next, { shouldDirty: true });
  };
  return (
    <li className="grid gap-2">
      <p className="flex items-center gap-2"><Icon name={there ? 'check' : 'warning'} className={there ? 'text-good' : 'text-warn'} />{t(state, { kind: label })}</p>
      {!there && (
        <label className="flex min-h-8 items-center gap-2 pl-6">
          <input {...wiring} type="checkbox" className="tick" checked={place >= 0} onChange={(event) => write(event.target.checked ? [...others, { requirement: kind, reason: '' }] : others)} />
          <span>{t('waive')}</span>
        </label>
      )}
      {!there && place >= 0 && (
        <GroupLabel value={label}>
          <TextField key={place} name={`waivers.${place}.reason`} label={t('waiverReason')} maxLength={1000} className="max-w-xl pl-6" />
        </GroupLabel>
      )}
      <FieldError id={wiring.id}>{error}</FieldError>
    </li>
  );
}
