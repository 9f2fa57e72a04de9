import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/feedback';
import { Card } from '@/components/ui/page';
import { RowHead, Table, Td, Th } from '@/components/ui/table';
import type { DonorLine } from '@/lib/equipment/queries/totals';
import { useFormat } from '@/lib/i18n/use-format';
import { ValueUsd } from './value-usd';

/** Equipment as a donor sees it: categories, counts, values and the share in use (DOMAIN §5). */
export function DonorEquipment({ lines, asOf }: { lines: DonorLine[]; asOf: string }) {
  const [t, words, common, format] = [useTranslations('equipment'), useTranslations('vocabulary'), useTranslations('common'), useFormat()];
  const sum = (key: 'items' | 'valueUsd' | 'unvalued' | 'checked' | 'inUse') => lines.reduce((total, line) => total + line[key], 0);
  const share = (inUse: number, checked: number) => (checked > 0 ? `${format.percent(inUse / checked)} (${t('usedOf', { inUse, checked })})` : '–');
  if (lines.length === 0) return <Card><EmptyState icon="box" title={t('donorEmpty')} /></Card>;
  return (
    <Card title={t('totals')} description={t('totalsRule', { date: format.date(asOf) })} flush>
      <Table stack caption={t('totals')}>
        <thead><tr><Th>{t('category')}</Th><Th numeric>{t('items')}</Th><Th numeric>{t('valueUsd')}</Th><Th numeric>{t('inUseOfChecked')}</Th></tr></thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.category}><RowHead>{words(`equipmentCategories.${line.category}`)}</RowHead><Td numeric label={t('items')}>{format.number(line.items)}</Td><Td numeric label={t('valueUsd')}><ValueUsd usd={line.valueUsd} pieces={line.items} unvalued={line.unvalued} /></Td><Td numeric label={t('inUseOfChecked')}>{share(line.inUse, line.checked)}</Td></tr>
          ))}
        </tbody>
        <tfoot><tr><RowHead>{common('total')}</RowHead><Td numeric label={t('items')}>{format.number(sum('items'))}</Td><Td numeric label={t('valueUsd')}><ValueUsd usd={sum('valueUsd')} pieces={sum('items')} unvalued={sum('unvalued')} /></Td><Td numeric label={t('inUseOfChecked')}>{share(sum('inUse'), sum('checked'))}</Td></tr></tfoot>
      </Table>
    </Card>
  );
}
