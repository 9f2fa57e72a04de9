import { useTranslations } from 'next-intl';
import { Findings } from '@/components/guard/findings';
import { bare, valueFormat } from '@/components/indicators/value';
import { Pill } from '@/components/ui/badge';
import { Button, ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { TextLink } from '@/components/ui/link';
import { useFormat } from '@/lib/i18n/use-format';
import type { QueuedActivity, QueuedReading } from '@/lib/review/queries';
import { requiredEvidence } from '@/lib/review/rules';
import { Item, Moved } from './queue-frame';
import type { QueueProject } from './queue-page';

const kindIcons = { training: 'training', equipment: 'box', meeting: 'meeting' } as const;
type ItemProps<T> = { row: T; project: QueueProject; decides: boolean; returned?: boolean };

/** One record of the queue. Approving states the version that is shown here. */
export function QueueItem({ row, project, decides, returned }: ItemProps<QueuedActivity>) {
  const [t, words] = [useTranslations('review'), useTranslations('vocabulary')];
  const format = useFormat();
  const href = `/projects/${project.slug}/activities/${row.reference}`;
  const why = row.closedPeriod ? t('closed', { name: row.closedPeriod }) : row.obstacle ? t(`obstacles.${row.obstacle}`) : null;
  return (
    <Item
      icon={kindIcons[row.kind]}
      head={
        <>
          <span className="sr-only">{words(`activityKinds.${row.kind}`)}: </span>
          <TextLink quiet href={href}>
            {row.title}
          </TextLink>
        </>
      }
      under={[row.reference, format.date(row.onDate), row.place].filter(Boolean).join(' · ')}
      moved={<Moved label={t(returned ? 'returnedBy' : 'submittedBy')} row={row} project={project} />}
      facts={<EvidenceOf row={row} />}
      act={
        <>
          {decides && !why && (
            <Button
              type="submit"
              name="step"
              value={`approve:${row.id}:${row.version}`}
              size="sm"
              variant="primary"
              icon="check"
              aria-label={t('approveNamed', { reference: row.reference })}
            >
              {t('approve')}
            </Button>
          )}
          <ButtonLink href={href} size="sm" aria-label={`${t('open')} ${row.reference}`}>
            {t('open')}
          </ButtonLink>
        </>
      }
      note={row.note}
      why={decides ? why : null}
    />
  );
}

/** One submitted reading of a reported indicator; it is decided on the indicator's own page. */
export function ReadingItem({ row, project, decides }: ItemProps<QueuedReading>) {
  const [t, words] = [useTranslations('review'), useTranslations('indicators')];
  const write = valueFormat(useFormat(), row.unit, { yes: words('yes'), no: words('no') });
  const href = `/projects/${project.slug}/indicators/${encodeURIComponent(row.indicator)}`;
  return (
    <Item
      icon="indicator"
      head={
        <TextLink quiet href={href}>
          <span className="tabular">{row.indicator}</span> {row.statement}
        </TextLink>
      }
      under={row.period}
      moved={<Moved label={t('submittedBy')} row={row} project={project} />}
      facts={
        <div className="tabular">
          {row.answer ?? write(row.value)} {bare(row.unit) && row.unit}
          {row.source && <span className="block text-xs text-soft">{t('source', { text: row.source })}</span>}
          <span className="block text-xs text-soft">{row.files > 0 ? words('reading.evidence', { n: row.files }) : words('reading.noEvidence')}</span>
          <Findings found={row.findings} />
        </div>
      }
      act={
        <ButtonLink href={href} size="sm" aria-label={`${t('open')} ${row.indicator}`}>
          {t('open')}
        </ButtonLink>
      }
      note={row.note}
      why={decides && row.obstacle ? t(`obstacles.${row.obstacle}`) : null}
    />
  );
}

function EvidenceOf({ row }: { row: QueuedActivity }) {
  const [t, words] = [useTranslations('review'), useTranslations('vocabulary')];
  const kindOf = (kind: string) => (words.has(`evidenceKinds.${kind}`) ? words(`evidenceKinds.${kind}`) : kind);
  const needed = requiredEvidence(row.kind);
  const kinds = [...needed.filter((kind) => row.evidence.includes(kind)), ...row.evidence.filter((kind) => !needed.includes(kind))];
  const electronic = row.signed && !row.evidence.includes('certificate');
  return (
    <div className="flex flex-col items-start gap-1">
      <p className="flex flex-wrap gap-1">
        <span className="sr-only">{t('evidence')}: </span>
        {kinds.map((kind) => (
          <Pill key={kind}>{kindOf(kind)}</Pill>
        ))}
        {electronic && <Pill>{t('signedElectronically', { kind: kindOf('certificate') })}</Pill>}
        {kinds.length === 0 && !electronic && <span className="text-soft">{t('noEvidence')}</span>}
      </p>
      {row.waived.map((waiver) => (
        <p key={waiver.requirement} className="flex gap-1.5 text-xs">
          <Icon name="warning" size={12} className="mt-0.5 text-warn" />
          {t('waived', { kind: kindOf(waiver.requirement), reason: waiver.reason })}
        </p>
      ))}
    </div>
  );
}
