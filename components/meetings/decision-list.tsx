import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/feedback';
import { hrefWith, type Params } from '@/components/ui/filters';
import { TextLink } from '@/components/ui/link';
import { Pagination } from '@/components/ui/navigation';
import { Card } from '@/components/ui/page';
import { RowHead, Table, Td, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import type { DecisionRow } from '@/lib/meetings/queries';
import type { KeysetPage } from '@/lib/shared/cursor';
import { DecisionOutcome } from './decision-outcome';
import { SettleButton } from './settle-button';

type Props = { base: string; params: Params; page: KeysetPage<DecisionRow>; project: { id: string; today: string }; mayWrite: boolean };

/** Decisions of all meetings of the project, the latest first, with what became of each. */
export function DecisionList({ base, params, page, project, mayWrite }: Props) {
  const [t, common] = [useTranslations('meetings'), useTranslations('common')];
  const format = useFormat();
  const at = (changes: Params) => hrefWith(`${base}/decisions`, { ...params, after: undefined, before: undefined }, changes);
  const filtered = Object.values(params).some(Boolean);
  if (page.rows.length === 0) {
    return <Card><EmptyState icon="list" title={filtered ? common('noResults') : t('noDecisionsYet')}>{!filtered && t('noDecisionsYetHint')}</EmptyState></Card>;
  }
  return (
    <Card flush>
      <Table caption={t('allDecisions')} stack>
        <thead>
          <tr><Th numeric>{t('number')}</Th><Th>{t('decision')}</Th><Th>{t('takenIn')}</Th><Th>{t('date')}</Th><Th>{t('decisionState')}</Th>{mayWrite && <Th><span className="sr-only">{t('settle')}</span></Th>}</tr>
        </thead>
        <tbody>
          {page.rows.map(({ reference, title, onDate, ...decision }) => (
            <tr key={decision.id}>
              <Td numeric label={t('number')}>{decision.number}</Td>
              <RowHead className="min-w-64 whitespace-pre-line font-normal">{decision.text}</RowHead>
              <Td label={t('takenIn')} className="min-w-40"><TextLink href={`${base}/activities/${reference}`}>{reference}</TextLink><span className="block text-xs text-soft">{title}</span></Td>
              <Td label={t('date')} className="tabular whitespace-nowrap">{format.date(onDate)}</Td>
              <Td label={t('decisionState')} className="min-w-40"><DecisionOutcome decision={decision} /></Td>
              {mayWrite && <Td label={t('settle')}><SettleButton key={decision.version} projectId={project.id} today={project.today} takenOn={onDate} decision={decision} /></Td>}
            </tr>
          ))}
        </tbody>
      </Table>
      {(page.before || page.after) && <Pagination previous={page.before && at({ before: page.before })} next={page.after && at({ after: page.after })} />}
    </Card>
  );
}
