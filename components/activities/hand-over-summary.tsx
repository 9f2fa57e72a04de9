import { useTranslations } from 'next-intl';
import { SigningCard } from '@/components/signing/signing-card';
import { DescriptionList } from '@/components/ui/facts';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { Table, Td, Th } from '@/components/ui/table';
import type { ItemView } from '@/lib/activities/queries/details';
import { useFormat } from '@/lib/i18n/use-format';
import type { SummaryProps } from './record/surroundings';

/** What only a hand-over has: who received what from whom, item by item. */
export function HandOverSummary({ record, around }: SummaryProps<'equipment'>) {
  const t = useTranslations('activities');
  const { recipientInstitutionId, hander, receiver, receiverPost, onBehalfOf, onBehalfReason, terms, items } = record.detail;
  const facts = [
    { label: t('recipient'), value: around.institution(recipientInstitutionId) },
    { label: t('hander'), value: hander },
    { label: t('receiver'), value: [receiver, receiverPost].filter(Boolean).join(', ') },
    ...(onBehalfOf ? [{ label: t('onBehalfOf'), value: `${onBehalfOf}: ${onBehalfReason ?? ''}` }] : []),
  ];
  return (
    <>
      <Card id="hand-over" title={t('handOver')}>
        <DescriptionList
          columns={3}
          items={[...facts, ...(terms ? [{ label: t('terms'), value: <span className="block max-w-prose whitespace-pre-line">{terms}</span>, wide: true }] : [])]}
        />
      </Card>
      <Card flush id="items" title={t('itemsTitle')}>
        {items.length === 0 ? (
          <p className="px-4 pb-4 text-soft">
            {t('noItems')}. {t('noItemsHint')}
          </p>
        ) : (
          <Items items={items} slug={around.project.slug} />
        )}
      </Card>
      {around.signing && <SigningCard project={around.project} activityId={record.id} signing={around.signing} links={around.links} mayWrite={around.mayWrite} />}
    </>
  );
}

function Items({ items, slug }: { items: ItemView[]; slug: string }) {
  const t = useTranslations('activities');
  const format = useFormat();
  const without = items.filter((item) => item.valueUsd === null).length;
  return (
    <Table stack caption={t('itemsTitle')}>
      <thead>
        <tr>
          <Th>{t('item')}</Th>
          <Th>{t('tag')}</Th>
          <Th>{t('serial')}</Th>
          <Th numeric>{t('quantity')}</Th>
          <Th numeric>{t('value')}</Th>
          <Th numeric>{t('valueUsd')}</Th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <ItemRow key={item.id} item={item} slug={slug} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={3}>
            {t('total')}
            {without > 0 && <span className="block text-xs font-normal text-soft">{t('someWithoutValue', { n: without })}</span>}
          </th>
          <Td numeric label={t('quantity')}>{format.number(items.reduce((sum, item) => sum + item.handedQuantity, 0))}</Td>
          <td />
          <Td numeric label={t('valueUsd')}>{without === items.length ? t('valueNotRecorded') : format.money(items.reduce((sum, item) => sum + Math.round((item.handedValueUsd ?? 0) * 100), 0) / 100, 'USD')}</Td>
        </tr>
      </tfoot>
    </Table>
  );
}

function ItemRow({ item, slug }: { item: ItemView; slug: string }) {
  const t = useTranslations('activities');
  const words = useTranslations('vocabulary');
  const format = useFormat();
  return (
    <tr>
      <th scope="row" className="min-w-48">
        <TextLink quiet href={`/projects/${slug}/equipment/${item.id}`}>
          {item.description}
        </TextLink>
        <span className="block text-xs font-normal text-soft">
          {[words(`equipmentCategories.${item.category}`), item.make, item.model].filter(Boolean).join(' · ')}
        </span>
        {item.acceptanceNote && <Acceptance item={item} />}
      </th>
      <Td label={t('tag')} className="tabular whitespace-nowrap">{item.assetTag}</Td>
      <Td label={t('serial')} className="tabular break-all">{item.serialNumber ?? '–'}</Td>
      <Td numeric label={t('quantity')}>
        {format.number(item.handedQuantity)}
        {item.handedQuantity !== item.quantity && <span className="block text-xs text-soft">{t('ofListed', { n: item.quantity })}</span>}
      </Td>
      <Td numeric label={t('value')}>{item.value === null || item.currency === null ? <span className="text-xs text-soft">{t('valueNotRecorded')}</span> : format.money(item.value, item.currency)}</Td>
      <Td numeric label={t('valueUsd')}>{format.money(item.handedValueUsd, 'USD')}</Td>
    </tr>
  );
}

/** What of an item was not taken as listed, and why. */
function Acceptance({ item }: { item: ItemView }) {
  const t = useTranslations('activities');
  const parts = [
    item.shortQuantity > 0 && t('short', { n: item.shortQuantity }),
    item.damagedQuantity > 0 && t('damagedOnArrival', { n: item.damagedQuantity }),
    item.surplusQuantity > 0 && t('surplus', { n: item.surplusQuantity }),
  ];
  return (
    <span className="block text-xs font-normal text-warn">
      {parts.filter(Boolean).join(', ')}: {item.acceptanceNote}
    </span>
  );
}
