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
  const there = record.evidenceKinds.includes(kind);
  const written = record.kind === 'meeting' && kind === 'minutes' && record.detail.minutes !== null;
  const electronic = kind === 'certificate' && record.kind === 'equipment' && record.signed;
  const word = there ? 'there' : written ? 'written' : electronic ? 'signedElectronically' : waiver ? 'waived' : 'missing';
  const icon: IconName = there || written || electronic ? 'check' : waiver ? 'minus' : 'warning';
  return (
    <li className="flex gap-2">
      <Icon name={icon} className={`mt-0.5 ${there || written || electronic ? 'text-good' : waiver ? 'text-soft' : 'text-warn'}`} />
      <span>
        {t(word, { kind: words(`evidenceKinds.${kind}`), name: waiver?.by ?? '' })}
        {word === 'waived' && waiver && <span className="block text-xs text-soft">{t('waiverReason', { reason: waiver.reason })}</span>}
      </span>
    </li>
  );
}
