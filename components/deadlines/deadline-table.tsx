import { useTranslations } from 'next-intl';
import { ActButton } from '@/components/ui/act-button';
import { Table, Td, Th } from '@/components/ui/table';
import { markDeadlineAction } from '@/lib/deadlines/actions';
import type { DeadlineView } from '@/lib/deadlines/rules';
import { useFormat } from '@/lib/i18n/use-format';
import { DeadlineBadge } from './deadline-badge';
import { useDeadlineName } from './deadline-name';
import { MarkMet } from './mark-met';

type Props = { deadlines: DeadlineView[]; project: { id: string; today: string }; mayMark: boolean };

/** What the Fund asks for by which day; who plans the project marks what was met. */
export function DeadlineTable({ deadlines, project, mayMark }: Props) {
  const [t, common] = [useTranslations('deadlines'), useTranslations('common')];
  const format = useFormat();
  const name = useDeadlineName();
  return (
    <Table stack caption={t('title')}>
      <thead>
        <tr><Th>{t('what')}</Th><Th>{t('due')}</Th><Th>{t('state')}</Th><Th>{t('doneOn')}</Th>{mayMark && <Th>{t('acts')}</Th>}</tr>
      </thead>
      <tbody>
        {deadlines.map((deadline) => (
          <tr key={deadline.key}>
            <th scope="row" className="min-w-0">{name(deadline)}<span className="block text-xs font-normal text-soft">{t(`hint.${deadline.kind}`)}</span></th>
            <Td label={t('due')} className="tabular whitespace-nowrap">{format.date(deadline.due)}{deadline.from && <span className="block text-xs text-soft">{t('from', { date: format.date(deadline.from) })}</span>}</Td>
            <Td label={t('state')}><DeadlineBadge state={deadline.state} /></Td>
            <Td label={t('doneOn')} className="tabular whitespace-nowrap">{format.date(deadline.doneOn)}{deadline.reported && <span className="block text-xs text-soft">{t('reported')}</span>}</Td>
            {mayMark && (
              <Td label={t('acts')}>{deadline.reported ? null : deadline.doneOn ? <ActButton size="sm" label={t('reopen')} context={name(deadline)} failedText={common('failed')} action={markDeadlineAction} input={{ projectId: project.id, key: deadline.key, doneOn: null }} /> : <MarkMet projectId={project.id} deadlineKey={deadline.key} name={name(deadline)} today={project.today} />}</Td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
