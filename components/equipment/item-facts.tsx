import { useTranslations } from 'next-intl';
import { StatusBadge } from '@/components/ui/badge';
import { DescriptionList } from '@/components/ui/facts';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import type { ItemView } from '@/lib/equipment/queries/item';
import { useFormat } from '@/lib/i18n/use-format';

/** What the item is, what it cost and under which line, and in which hand-over it passed. */
export function ItemFacts({ item, base, recipient }: { item: ItemView; base: string; recipient: string }) {
  const t = useTranslations('equipment');
  const words = useTranslations('vocabulary');
  const format = useFormat();
  const value = item.currency && item.value !== null ? format.money(item.value, item.currency) : t('valueNotRecorded');
  const converted = item.currency && item.currency !== 'USD' && item.valueUsd !== null ? t('converted', { usd: format.money(item.valueUsd, 'USD'), rate: (item.usdRate ?? 0).toLocaleString(format.locale, { maximumFractionDigits: 6 }) }) : item.value !== null && item.valueUsd === null ? t('rateNotRecorded') : null;
  return (
    <Card title={t('facts')}>
      <DescriptionList items={[
        { label: t('handOver'), value: item.reference ? <HandOver item={item} base={base} /> : t('notOnHandOver') },
        ...(item.reference ? [{ label: t('handedOver'), value: format.date(item.handedOverOn) }, { label: t('recipient'), value: recipient }] : []),
        ...(item.acceptanceNote ? [{ label: t('acceptance'), value: <Acceptance item={item} /> }] : []),
        { label: t('category'), value: words(`equipmentCategories.${item.category}`) },
        { label: t('makeAndModel'), value: item.makeAndModel },
        { label: t('serialNumber'), value: item.serialNumber },
        { label: t('quantity'), value: format.number(item.quantity) },
        { label: t('value'), value: <>{value}{converted && <span className="block text-xs text-soft">{converted}</span>}</> },
        { label: t('budgetLine'), value: item.budgetLine },
        { label: t('output'), value: item.output },
        { label: t('supplier'), value: item.supplier },
        { label: t('orderNumber'), value: item.orderNumber },
        { label: t('purchasedOn'), value: format.date(item.purchasedOn) },
        { label: t('deliveredOn'), value: format.date(item.deliveredOn) },
        { label: t('warrantyEnd'), value: format.date(item.warrantyEnd) },
        { label: t('requiredTopic'), value: item.requiredTopic },
      ]} />
    </Card>
  );
}

function HandOver({ item, base }: { item: ItemView; base: string }) {
  return (
    <>
      <TextLink href={`${base}/activities/${item.reference}`}>{item.activityTitle ? `${item.reference} · ${item.activityTitle}` : item.reference}</TextLink>{' '}
      {item.reviewState && item.reviewState !== 'approved' && <StatusBadge of="review" state={item.reviewState} />}
    </>
  );
}

function Acceptance({ item }: { item: ItemView }) {
  const t = useTranslations('equipment');
  const parts = [t('acceptedOf', { n: item.handedQuantity, of: item.quantity }), item.shortQuantity > 0 && t('shortIs', { n: item.shortQuantity }), item.damagedQuantity > 0 && t('damagedIs', { n: item.damagedQuantity }), item.surplusQuantity > 0 && t('surplusIs', { n: item.surplusQuantity })];
  return <>{parts.filter(Boolean).join(', ')}<span className="block text-soft">{item.acceptanceNote}</span></>;
}
