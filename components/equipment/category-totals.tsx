import { useTranslations } from 'next-intl';
import { hrefWith, type Params } from '@/components/ui/filters';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { RowHead, Table, Td, Th } from '@/components/ui/table';
import type { CategoryTotal } from '@/lib/equipment/queries/totals';
import { useFormat } from '@/lib/i18n/use-format';
import { ValueUsd } from './value-usd';

/** Totals by category of what the filters leave; the last line is their sum. */
export function CategoryTotals({ path, params, totals, asOf }: { path: string; params: Params; totals: CategoryTotal[]; asOf: string }) {
  const t = useTranslations('equipment');
  const words = useTranslations('vocabulary');
  const common = useTranslations('common');
  const format = useFormat();
  const sum = (key: 'registered' | 'items' | 'valueUsd' | 'unvalued' | 'checked' | 'inUse' | 'waiting') => totals.reduce((total, line) => total + line[key], 0);
  const used = (inUse: number, checked: number) => (checked > 0 ? t('usedOf', { inUse, checked }) : '–');
  const link = (category: string) => hrefWith(path, { ...params, after: undefined, before: undefined }, { category });
  return (
    <Card title={t('totals')} description={t('totalsRule', { date: format.date(asOf) })} flush>
      <Table stack caption={t('totals')}>
        <thead><tr><Th>{t('category')}</Th><Th numeric>{t('inRegister')}</Th><Th numeric>{t('items')}</Th><Th numeric>{t('valueUsd')}</Th><Th numeric>{t('inUseOfChecked')}</Th><Th numeric>{t('waiting')}</Th></tr></thead>
        <tbody>
          {totals.map((line) => (
            <tr key={line.category}>
              <RowHead><TextLink quiet href={link(line.category)}>{words(`equipmentCategories.${line.category}`)}</TextLink></RowHead>
              <Td numeric label={t('inRegister')}>{format.number(line.registered)}</Td>
              <Td numeric label={t('items')}>{format.number(line.items)}</Td>
              <Td numeric label={t('valueUsd')}><ValueUsd usd={line.valueUsd} pieces={line.items} unvalued={line.unvalued} /></Td>
              <Td numeric label={t('inUseOfChecked')}>{used(line.inUse, line.checked)}</Td>
              <Td numeric label={t('waiting')}>{format.number(line.waiting)}</Td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <RowHead>{common('total')}</RowHead>
            <Td numeric label={t('inRegister')}>{format.number(sum('registered'))}</Td>
            <Td numeric label={t('items')}>{format.number(sum('items'))}</Td>
            <Td numeric label={t('valueUsd')}><ValueUsd usd={sum('valueUsd')} pieces={sum('items')} unvalued={sum('unvalued')} /></Td>
            <Td numeric label={t('inUseOfChecked')}>{used(sum('inUse'), sum('checked'))}</Td>
            <Td numeric label={t('waiting')}>{format.number(sum('waiting'))}</Td>
          </tr>
        </tfoot>
      </Table>
    </Card>
  );
}
