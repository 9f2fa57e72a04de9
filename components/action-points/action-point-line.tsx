import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/link';
import { RowHead, Td } from '@/components/ui/table';
import type { ActionPointRow } from '@/lib/action-points/queries/list';
import { nextStatuses } from '@/lib/action-points/rules';
import { useFormat } from '@/lib/i18n/use-format';
import { looks } from './looks';
import { ProgressButton } from './progress-button';

type Props = { point: ActionPointRow; base: string; project: { id: string; today: string }; viewerId: string | null; institution: string };

/** One action point: what was agreed where, who owes it by when, and how it stands. */
export function ActionPointLine({ point, base, project, viewerId, institution }: Props) {
  const t = useTranslations('actionPoints');
  const words = useTranslations('vocabulary');
  const format = useFormat();
  const [tone, icon] = looks[point.status];
  const steps = nextStatuses(point.status).filter((status) => status !== 'verified' || point.doneBy !== viewerId);
  const moved = point.firstDueDate !== null && point.dueDate !== point.firstDueDate;
  return (
    <tr>
      <Td numeric label={t('number')}>{point.number}</Td>
      <RowHead className="min-w-64">
        <TextLink href={`${base}/action-points/${point.number}`} className="inline-block min-h-6">{point.text}</TextLink>
        <span className="block text-xs font-normal text-soft">
          {point.reference ? <TextLink href={`${base}/activities/${point.reference}`} className="inline-flex min-h-6 items-center">{point.reference}</TextLink> : t('outside')}
          {point.priority === 'high' && ` · ${t('highPriority')}`}
          {point.waiting > 0 && <span className="ml-2"><Badge tone="accent" icon="clock">{t('toAccept', { n: point.waiting })}</Badge></span>}
        </span>
        {point.outcome && <span className="mt-1 block text-xs font-normal">{t('outcomeIs', { outcome: point.outcome })}</span>}
        {point.dropReason && <span className="mt-1 block text-xs font-normal">{t('droppedBecause', { reason: point.dropReason })}</span>}
      </RowHead>
      <Td label={t('responsible')}>{institution || '–'}{point.person && <span className="block text-xs text-soft">{point.person}</span>}</Td>
      <Td label={t('due')} className="whitespace-nowrap tabular">
        {format.date(point.dueDate)}
        {point.overdue && <span className="mt-1 block"><Badge tone="bad" icon="clock">{t('overdue')}</Badge></span>}
        {moved && <span className="block text-xs text-soft">{t('firstDue', { date: format.date(point.firstDueDate) })}</span>}
      </Td>
      <Td label={t('status')} className="whitespace-nowrap"><Badge tone={tone} icon={icon}>{words(`actionPointStatuses.${point.status}`)}</Badge>{point.doneOn && <span className="tabular mt-1 block text-xs text-soft">{format.date(point.doneOn)}</span>}</Td>
      {viewerId && <Td label={steps.length > 0 ? t('progress') : undefined}>{steps.length > 0 && <ProgressButton key={point.version} projectId={project.id} today={project.today} point={{ id: point.id, version: point.version, number: point.number, text: point.text, status: point.status, dueDate: point.dueDate, outcome: point.outcome, confirmations: point.confirmations, agreedOn: point.agreedOn }} steps={steps} />}</Td>}
    </tr>
  );
}
