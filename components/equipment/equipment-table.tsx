import { useTranslations } from 'next-intl';
import { StatusBadge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/feedback';
import { hrefWith, type Params } from '@/components/ui/filters';
import { TextLink } from '@/components/ui/link';
import { Pagination } from '@/components/ui/navigation';
import { Card } from '@/components/ui/page';
import { RowHead, Table, Td, Th } from '@/components/ui/table';
import type { ItemOrder, ItemSort } from '@/lib/equipment/queries/conditions';
import type { ItemRow } from '@/lib/equipment/queries/register';
import { useFormat } from '@/lib/i18n/use-format';
import type { KeysetPage } from '@/lib/shared/cursor';
import { ItemStatusBadges } from './item-status';

type Props = { path: string; params: Params; page: KeysetPage<ItemRow>; by: ItemOrder; institutionName: (id: string | null) => string };

/** The register: what an item is, who holds it now, and how it stands. */
export function EquipmentTable({ path, params, page, by, institutionName }: Props) {
  const t = useTranslations('equipment');
  const common = useTranslations('common');
  const at = (changes: Params) => hrefWith(path, { ...params, after: undefined, before: undefined }, changes);
  if (page.rows.length === 0) {
    const filtered = Object.entries(params).some(([name, value]) => value && name !== 'sort');
    return <Card><EmptyState icon="box" title={filtered ? common('noResults') : t('empty')}>{!filtered && t('emptyHint')}</EmptyState></Card>;
  }
  const sorting = (sort: ItemSort) => {
    const now = by.sort === sort ? by.order : null;
    return { href: at({ sort: now === 'asc' ? `-${sort}` : sort }), direction: now };
  };
  return (
    <Card flush>
      <Table stack caption={t('title')}>
        <thead>
          <tr>
            <Th sort={sorting('tag')}>{t('assetTag')}</Th><Th sort={sorting('description')}>{t('item')}</Th><Th className="max-lg:hidden">{t('category')}</Th><Th numeric>{t('quantity')}</Th>
            <Th numeric sort={sorting('value')}>{t('value')}</Th><Th>{t('heldBy')}</Th><Th>{t('status')}</Th><Th>{t('handedOver')}</Th>
          </tr>
        </thead>
        <tbody>{page.rows.map((item) => <Row key={item.id} item={item} path={path} institutionName={institutionName} />)}</tbody>
      </Table>
      {(page.before || page.after) && <Pagination previous={page.before && at({ before: page.before })} next={page.after && at({ after: page.after })} />}
    </Card>
  );
}

function Row({ item, path, institutionName }: { item: ItemRow } & Pick<Props, 'path' | 'institutionName'>) {
  const [t, words, format] = [useTranslations('equipment'), useTranslations('vocabulary'), useFormat()];
  const holders = [...new Set(item.held.map((part) => (part.institutionId ? institutionName(part.institutionId) : t('project'))))].join(', ');
  const under = [item.makeAndModel, item.serialNumber && t('serial', { number: item.serialNumber })].filter(Boolean).join(' · ');
  return (
    <tr>
      <Td label={t('assetTag')} className="whitespace-nowrap tabular">{item.assetTag}</Td>
      <RowHead className="md:min-w-44">
        <TextLink quiet href={`${path}/${item.id}`}>{item.description}</TextLink>
        {under && <span className="block text-xs font-normal text-soft">{under}</span>}
      </RowHead>
      <Td className="max-lg:hidden">{words(`equipmentCategories.${item.category}`)}</Td>
      <Td numeric inline label={t('quantity')}>{format.number(item.quantity)}</Td>
      <Td numeric inline label={t('value')}>{item.currency && item.value !== null ? format.money(item.value, item.currency) : <span className="text-xs text-soft">{t('valueNotRecorded')}</span>}</Td>
      <Td label={t('heldBy')}>{holders || '–'}</Td>
      <Td label={t('status')}><ItemStatusBadges statuses={item.statuses} quantity={item.quantity} reference={item.reference} reviewState={item.reviewState} /></Td>
      <Td className="whitespace-nowrap tabular">{format.date(item.handedOverOn)}{item.reviewState && item.reviewState !== 'approved' && <span className="mt-1 block"><StatusBadge of="review" state={item.reviewState} /></span>}</Td>
    </tr>
  );
}
