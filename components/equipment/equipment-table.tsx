import { useTranslations } from 'next-intl';
import { StatusBadge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/feedback';
import { hrefWith, type Params } from '@/components/ui/filters';
import { TextLink } from '@/components/ui/link';
import { Pagination } from '@/components/ui/navigation';
import { Card } from '@/components/ui/page';
import { RowHead, Table, Td, Th } from '@/components/ui/table';
import type { ItemRow } from '@/lib/equipment/queries';
import { useFormat } from '@/lib/i18n/use-format';
import type { KeysetPage } from '@/lib/shared/cursor';
import { UseBadge } from './use-badge';

type Props = { path: string; params: Params; page: KeysetPage<ItemRow>; institutionName: (id: string | null) => string };

/** The register of items by asset tag: what it is, who got it when, and whether it is in use. */
export function EquipmentTable({ path, params, page, institutionName }: Props) {
  const t = useTranslations('equipment');
  const words = useTranslations('vocabulary');
  const common = useTranslations('common');
  const format = useFormat();
  const at = (changes: Params) => hrefWith(path, { ...params, after: undefined, before: undefined }, changes);
  if (page.rows.length === 0) {
    const filtered = Object.values(params).some(Boolean);
    return <Card><EmptyState icon="box" title={filtered ? common('noResults') : t('empty')}>{!filtered && t('emptyHint')}</EmptyState></Card>;
  }
  const row = (item: ItemRow) => (
    <tr key={item.id}>
      <Td className="whitespace-nowrap tabular">{item.assetTag}</Td>
      <RowHead>
        <TextLink quiet href={`${path}/${item.id}`}>{item.description}</TextLink>
        <span className="block text-xs font-normal text-soft">{[item.makeAndModel, item.serialNumber && t('serial', { number: item.serialNumber })].filter(Boolean).join(' · ')}</span>
      </RowHead>
      <Td>{words(`equipmentCategories.${item.category}`)}</Td>
      <Td numeric>{format.number(item.quantity)}</Td>
      <Td numeric>{item.currency ? format.money(item.value, item.currency) : '–'}</Td>
      <Td>{institutionName(item.recipientId) || common('notStated')}</Td>
      <Td className="whitespace-nowrap tabular">{format.date(item.handedOverOn)}{item.reviewState !== 'approved' && <span className="mt-1 block"><StatusBadge of="review" state={item.reviewState} /></span>}</Td>
      <Td className="whitespace-nowrap"><UseBadge inUse={item.inUse} />{item.checkedOn && <span className="tabular block text-xs text-soft">{format.date(item.checkedOn)}</span>}</Td>
    </tr>
  );
  return (
    <Card flush>
      <Table caption={t('title')}>
        <thead>
          <tr><Th aria-sort="ascending">{t('assetTag')}</Th><Th>{t('item')}</Th><Th>{t('category')}</Th><Th numeric>{t('quantity')}</Th><Th numeric>{t('value')}</Th><Th>{t('recipient')}</Th><Th>{t('handedOver')}</Th><Th>{t('use')}</Th></tr>
        </thead>
        <tbody>{page.rows.map(row)}</tbody>
      </Table>
      {(page.before || page.after) && <Pagination previous={page.before && at({ before: page.before })} next={page.after && at({ after: page.after })} />}
    </Card>
  );
}
