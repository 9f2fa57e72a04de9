import { useTranslations } from 'next-intl';
import { hrefWith, type Params } from '@/components/ui/filters';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { RowHead, Table, Td, Th } from '@/components/ui/table';
import type { PieceTotal, PieceTotals } from '@/lib/equipment/queries/totals';
import { useFormat } from '@/lib/i18n/use-format';
import { ValueUsd } from './value-usd';

type Props = { path: string; params: Params; totals: PieceTotals; institutionName: (id: string | null) => string };

/** The pieces of what the filters leave, by status and by who holds them now; both tables add up to the same. */
export function PieceTotalTables({ path, params, totals, institutionName }: Props) {
  const t = useTranslations('equipment');
  const words = useTranslations('vocabulary.itemStatuses');
  const link = (changes: Params) => hrefWith(path, { ...params, after: undefined, before: undefined }, changes);
  return (
    <>
      <Lines title={t('byStatus')} head={t('status')} rows={totals.statuses} name={(status) => words(status)} link={(status) => link({ status })} />
      <Lines title={t('byHolder')} head={t('heldBy')} rows={totals.holders} name={(holder) => (holder ? institutionName(holder) : t('projectOrNone'))} link={(holder) => link({ holder: holder ?? 'project' })} />
    </>
  );
}

function Lines<K extends string | null>({ title, head, rows, name, link }: { title: string; head: string; rows: PieceTotal<K>[]; name: (key: K) => string; link: (key: K) => string }) {
  const [t, common, format] = [useTranslations('equipment'), useTranslations('common'), useFormat()];
  const sum = (key: 'pieces' | 'valueUsd' | 'unvalued') => rows.reduce((total, row) => total + row[key], 0);
  return (
    <Card title={title} flush>
      <Table caption={title}>
        <thead><tr><Th>{head}</Th><Th numeric>{t('pieces')}</Th><Th numeric>{t('valueUsd')}</Th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key ?? 'project'}><RowHead><TextLink quiet href={link(row.key)}>{name(row.key)}</TextLink></RowHead><Td numeric>{format.number(row.pieces)}</Td><Td numeric><ValueUsd usd={row.valueUsd} pieces={row.pieces} unvalued={row.unvalued} /></Td></tr>
          ))}
        </tbody>
        <tfoot><tr><RowHead>{common('total')}</RowHead><Td numeric>{format.number(sum('pieces'))}</Td><Td numeric><ValueUsd usd={sum('valueUsd')} pieces={sum('pieces')} unvalued={sum('unvalued')} /></Td></tr></tfoot>
      </Table>
    </Card>
  );
}
