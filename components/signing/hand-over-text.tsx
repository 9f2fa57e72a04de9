import { useTranslations } from 'next-intl';
import { useFormat } from '@/lib/i18n/use-format';
import type { HandOverContent } from '@/lib/signing/rules';

type Shown = { content: HandOverContent; recipient: string; place: string | null };

/** A hand-over word for word as it is signed: parties, every item, terms. Made for a phone and a tablet. */
export function HandOverText({ content, recipient, place }: Shown) {
  const t = useTranslations('signing');
  const format = useFormat();
  const facts: [string, string][] = [
    [t('recipient'), recipient],
    [t('date'), format.date(content.date)],
    [t('place'), place ?? ''],
    [t('from'), content.hander ?? ''],
    [t('to'), [content.receiver, content.receiverPost].filter(Boolean).join(', ')],
  ];
  return (
    <div className="grid gap-5">
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {facts.filter(([, value]) => value).map(([label, value]) => (
          <div key={label}>
            <dt className="text-soft">{label}</dt>
            <dd className="font-medium break-words">{value}</dd>
          </div>
        ))}
      </dl>
      <section aria-labelledby="signed-items">
        <h2 id="signed-items" className="mb-2 text-base font-semibold">{t('items', { count: content.items.reduce((sum, item) => sum + item.quantity, 0) })}</h2>
        <ol className="divide-y divide-line rounded-lg border border-line bg-surface">
          {content.items.map((item, index) => <Item key={item.assetTag} item={item} number={index + 1} />)}
        </ol>
      </section>
      {content.terms && (
        <section aria-labelledby="signed-terms">
          <h2 id="signed-terms" className="mb-1 text-base font-semibold">{t('terms')}</h2>
          <p className="max-w-prose whitespace-pre-line">{content.terms}</p>
        </section>
      )}
    </div>
  );
}

function Item({ item, number }: { item: HandOverContent['items'][number]; number: number }) {
  const t = useTranslations('signing');
  const format = useFormat();
  const line = [[item.make, item.model].filter(Boolean).join(' '), item.serialNumber && t('serial', { number: item.serialNumber }), item.assetTag].filter(Boolean).join(' · ');
  return (
    <li className="flex items-baseline gap-3 px-3 py-2">
      <span className="tabular w-6 shrink-0 text-right text-soft">{number}.</span>
      <span className="min-w-0 flex-1">
        <span className="font-medium">{item.quantity > 1 ? t('lot', { description: item.description, count: item.quantity }) : item.description}</span>
        <span className="block text-xs break-words text-soft">{line}</span>
        {item.acceptance && <span className="block text-xs break-words text-warn">{t('paper.acceptance', item.acceptance)}</span>}
      </span>
      <span className="tabular shrink-0">{item.value !== null && item.currency ? format.money(Number(item.value), item.currency) : '–'}</span>
    </li>
  );
}
