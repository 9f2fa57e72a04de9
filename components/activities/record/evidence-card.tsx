import { useTranslations } from 'next-intl';
import { EvidenceList } from '@/components/evidence/evidence-list';
import { Icon, type IconName } from '@/components/ui/icon';
import { Card } from '@/components/ui/page';
import type { ActivityRecord } from '@/lib/activities/queries/record';
import type { EvidenceView } from '@/lib/evidence/queries';
import { requiredEvidence } from '@/lib/review/rules';
import type { EvidenceKind } from '@/lib/shared/vocabulary';
import type { Surroundings } from './surroundings';

/** What must be proven and whether it is, then the files. */
export function EvidenceCard({ record, files, around }: { record: ActivityRecord; files: EvidenceView[]; around: Surroundings }) {
  const t = useTranslations('activities');
  return (
    <Card id="evidence" title={t('evidence')}>
      <ul className="mb-3 grid gap-1" aria-label={t('needed')}>
        {requiredEvidence(record.kind).map((kind) => (
          <Needed key={kind} kind={kind} record={record} />
        ))}
      </ul>
      {/* A reviewer looks and does not touch: taking a file off would make them the last editor. */}
      <EvidenceList
        projectId={around.project.id}
        files={files}
        timeZone={around.project.timeZone}
        mayRemove={record.rights.edit && record.reviewState !== 'submitted'}
      />
    </Card>
  );
}

function Needed({ kind, record }: { kind: EvidenceKind; record: ActivityRecord }) {
  const [t, words] = [useTranslations('activities'), useTranslations('vocabulary')];
  const waiver = record.waivers.find((one) => one.requirement === kind);
  const word = howProven(record, kind, Boolean(waiver));
  const icon: IconName = word === 'missing' ? 'warning' : word === 'waived' ? 'minus' : 'check';
  return (
    <li className="flex gap-2">
      <Icon name={icon} className={`mt-0.5 ${word === 'missing' ? 'text-warn' : word === 'waived' ? 'text-soft' : 'text-good'}`} />
      <span>
        {t(word, { kind: words(`evidenceKinds.${kind}`), name: waiver?.by ?? '' })}
        {word === 'waived' && waiver && <span className="block text-xs text-soft">{t('waiverReason', { reason: waiver.reason })}</span>}
      </span>
    </li>
  );
}

/** In which way a needed kind of proof is given; whether it is at all has been decided with the record. */
function howProven(record: ActivityRecord, kind: EvidenceKind, waived: boolean): 'missing' | 'there' | 'written' | 'signedElectronically' | 'waived' {
  if (record.gaps.includes(kind)) return 'missing';
  if (record.evidenceKinds.includes(kind)) return 'there';
  if (record.kind === 'meeting' && record.detail.minutes !== null) return 'written';
  return record.kind === 'equipment' && record.signed ? 'signedElectronically' : waived ? 'waived' : 'there';
}
