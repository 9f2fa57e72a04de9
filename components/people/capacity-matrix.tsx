import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { EmptyState } from '@/components/ui/feedback';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { RowHead, Table, Td, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import type { CapacityRow } from '@/lib/people/rules/capacity';

/** Longer lists are for the export. */
const shown = 200;
type Props = { base: string; title: string; rows: CapacityRow[]; topics: string[]; gone?: boolean; /** stands in the title, so it is not said again in each row */ unit: string; institutionName: (id: string | null) => string };

/** People × topics with the last time each; of those who are gone, where they went. */
export function CapacityMatrix({ base, title, rows, topics, gone, unit, institutionName }: Props) {
  const t = useTranslations('capacity');
  const people = useTranslations('people');
  const format = useFormat();
  if (rows.length === 0) return <Card title={title} description={t(gone ? 'goneRule' : 'matrixRule')}><EmptyState icon={gone ? 'check' : 'people'} title={t(gone ? 'nobodyGone' : 'nobody')} /></Card>;
  const where = ({ present, leftOn }: CapacityRow) => (
    <>
      {present ? institutionName(present.institutionId) : t('leftUnknown')}
      <span className="block text-xs text-soft">{[present?.post, leftOn && t('leftOn', { date: format.date(leftOn) })].filter(Boolean).join(' · ')}</span>
    </>
  );
  const here = ({ present }: CapacityRow) => (present?.institutionId === unit ? present.post || '–' : <>{institutionName(present?.institutionId ?? null)}{present?.post && <span className="block text-xs text-soft">{present.post}</span>}</>);
  const topicCell = (row: CapacityRow, topic: string) => (
    <Td key={topic} label={topic} className="whitespace-nowrap tabular">
      {row.last[topic] ? <span className="inline-flex items-center gap-1"><Icon name="check" size={12} className="text-good" /><span className="sr-only">{t('trained')} </span>{format.date(row.last[topic])}</span> : <span className="text-soft"><span aria-hidden="true">–</span><span className="sr-only">{t('notTrained')}</span></span>}
    </Td>
  );
  return (
    <Card title={title} description={t(gone ? 'goneRule' : 'matrixRule')} flush>
      <Table stack caption={title}>
        <thead><tr><Th>{people('name')}</Th><Th>{gone ? t('where') : people('post')}</Th>{topics.map((topic) => <Th key={topic} className="min-w-24 align-bottom">{topic}</Th>)}</tr></thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <tr key={row.id}>
              <RowHead><TextLink quiet href={`${base}/${row.id}`} className="whitespace-nowrap">{row.anonymised ? people('anonymised') : `${row.familyName}, ${row.givenName}`}</TextLink></RowHead>
              <Td label={gone ? t('where') : people('post')} className="min-w-48">{gone ? where(row) : here(row)}</Td>
              {topics.map((topic) => topicCell(row, topic))}
            </tr>
          ))}
        </tbody>
      </Table>
      {rows.length > shown && <p className="px-4 py-3 text-soft">{t('more', { shown, n: rows.length })}</p>}
    </Card>
  );
}
