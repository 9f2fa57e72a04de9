import { useTranslations } from 'next-intl';
import { Icon, type IconName } from '@/components/ui/icon';
import { partOf } from '@/lib/guard/rules/texts';
import type { ActivityRecord } from '@/lib/activities/queries/record';

type Line = { key: string; text: string; good?: boolean };

/** What the record still lacks before it can be handed in, one line each. */
export function Lacks({ record }: { record: ActivityRecord }) {
  const [t, errors] = [useTranslations('review'), useTranslations('errors')];
  if (record.missing.length === 0) return <Lines lines={[{ key: 'complete', text: t('complete'), good: true }]} />;
  return (
    <div>
      <p className="mb-1 font-medium">{t('lacks')}</p>
      <Lines lines={record.missing.map((rule) => ({ key: rule.key, text: errors(`needs_${rule.key}`) }))} />
    </div>
  );
}

/** What a reviewer looks at before deciding: waived evidence with its reason, and what stands out. */
export function Cautions({ record }: { record: ActivityRecord }) {
  const [t, words, guard] = [useTranslations('review'), useTranslations('vocabulary'), useTranslations('guard')];
  const kindOf = (requirement: string) => (words.has(`evidenceKinds.${requirement}`) ? words(`evidenceKinds.${requirement}`) : requirement);
  const waived = record.waivers.map((waiver) => ({
    key: waiver.requirement,
    text: t('checks.waived', { kind: kindOf(waiver.requirement), reason: waiver.reason }),
  }));
  const uncounted =
    record.kind === 'equipment' && !record.signed ? [{ key: 'noCertificate', text: t('checks.noCertificate') }] : [];
  const found = record.cautions.map(({ key, n, of }) => ({ key, text: t(`checks.${key}`, { n, of }) }));
  const caseData = record.findings.map(({ path, kind, reason, by }, index) => ({
    key: `caseData${index}`,
    text: guard(reason === null ? 'unconfirmed' : 'confirmed', { part: guard(`parts.${partOf(path)}`), kind: guard(`kinds.${kind}`), reason: reason ?? '', name: by ?? '' }),
  }));
  const lines: Line[] = [...caseData, ...waived, ...uncounted, ...found];
  return (
    <div>
      <p className="mb-1 font-medium">{t('toCheck')}</p>
      <Lines lines={lines.length > 0 ? lines : [{ key: 'nothing', text: t('nothingToCheck'), good: true }]} />
    </div>
  );
}

function Lines({ lines }: { lines: Line[] }) {
  const look = (line: Line): [IconName, string] => (line.good ? ['check', 'text-good'] : ['warning', 'text-warn']);
  return (
    <ul className="grid gap-1">
      {lines.map((line) => (
        <li key={line.key} className="flex gap-2">
          <Icon name={look(line)[0]} className={`mt-0.5 ${look(line)[1]}`} />
          <span className="min-w-0 break-words">{line.text}</span>
        </li>
      ))}
    </ul>
  );
}
