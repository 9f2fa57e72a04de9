import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Button, ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/feedback';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import type { DueItem, DueList as Due } from '@/lib/equipment/queries/due';
import { checkFailed } from '@/lib/equipment/rules/checks';
import { useFormat } from '@/lib/i18n/use-format';

type Props = { base: string; due: Due; today: string; mayWrite: boolean; filtered: boolean; institutionName: (id: string | null) => string };

/** What asks for a look, institution by institution; what was found wrong and what is overdue comes first. Ticked items are checked together. */
export function DueList({ base, due, today, mayWrite, filtered, institutionName }: Props) {
  const t = useTranslations('checks');
  if (due.items.length === 0) return <Card><EmptyState icon="check" title={t(filtered ? 'noneHere' : 'none')}>{t('noneHint')}</EmptyState></Card>;
  const groups = grouped(due.items);
  return (
    <form action={`${base}/checks/new`} className="grid grid-cols-1 gap-4">
      {[...groups].map(([recipientId, items]) => <Group key={recipientId} base={base} title={institutionName(recipientId)} items={items} today={today} mayWrite={mayWrite} />)}
      {due.more > 0 && <p className="text-soft">{t('more', { n: due.more })}</p>}
      {mayWrite && (
        <div className="no-print sticky bottom-2 justify-self-start rounded-lg border border-line bg-surface p-2 shadow-raised">
          <Button type="submit" variant="primary" icon="check">{t('checkTicked')}</Button>
        </div>
      )}
    </form>
  );
}

function grouped(items: DueItem[]): Map<string | null, DueItem[]> {
  const groups = new Map<string | null, DueItem[]>();
  for (const item of items) groups.set(item.recipientId, [...(groups.get(item.recipientId) ?? []), item]);
  return groups;
}

function Group({ base, title, items, today, mayWrite }: { base: string; title: string; items: DueItem[]; today: string; mayWrite: boolean }) {
  const t = useTranslations('checks');
  const count = (state: 'failed' | 'overdue') => items.filter((item) => item.attention.includes(state)).length;
  const counts = [count('failed') > 0 && t('counts.failed', { n: count('failed') }), count('overdue') > 0 && t('counts.overdue', { n: count('overdue') }), t('counts.items', { n: items.length })].filter(Boolean).join(' · ');
  return (
    <Card flush title={title} id={`due-${items[0]?.id}`} description={counts}>
      <ul className="divide-y divide-line border-t border-line">{items.map((item) => <Line key={item.id} base={base} item={item} today={today} mayWrite={mayWrite} />)}</ul>
    </Card>
  );
}

function Line({ base, item, today, mayWrite }: { base: string; item: DueItem; today: string; mayWrite: boolean }) {
  const [t, words] = [useTranslations('checks'), useTranslations('vocabulary')];
  const format = useFormat();
  const { latest, actionPoint } = item;
  const last = latest ? t('last', { date: format.date(latest.checkedOn), use: latest.inUse ? 'yes' : 'no', condition: latest.condition ? words(`equipmentConditions.${latest.condition}`) : '–' }) : t('never');
  const name = `${item.assetTag} ${item.description}`;
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 px-4 py-3">
      {mayWrite && <label className="flex min-h-8 items-start pt-1"><input type="checkbox" name="item" value={item.id} className="tick" /><span className="sr-only">{t('tick', { item: name })}</span></label>}
      <div className="min-w-48 flex-1">
        <TextLink quiet href={`${base}/${item.id}`}>{item.description}</TextLink>
        <span className="tabular block text-xs text-soft">{[item.assetTag, item.serialNumber, latest?.location].filter(Boolean).join(' · ')}</span>
        <span className="block text-xs text-soft">{last}</span>
      </div>
      <div className="flex flex-wrap gap-1.5">
        {latest && checkFailed(latest) && <Badge tone="bad" icon="error">{t(latest.condition === 'not_found' ? 'badge.notFound' : latest.inUse ? 'badge.damaged' : 'badge.notInUse')}</Badge>}
        {item.due && item.attention.includes('overdue') && <Badge tone="bad" icon="clock">{t('badge.overdue', { date: format.date(item.due) })}</Badge>}
        {item.due && item.due >= today && <Badge tone="warn" icon="clock">{t('badge.due', { date: format.date(item.due) })}</Badge>}
      </div>
      {mayWrite && (
        <div className="no-print flex w-full flex-wrap items-center gap-2 sm:w-auto">
          <ButtonLink size="sm" href={`${base}/checks/new?item=${item.id}`}>{t('check')}<span className="sr-only">: {name}</span></ButtonLink>
          {actionPoint ? <span className="text-xs text-soft">{t('raised', { number: actionPoint.number, status: words(`actionPointStatuses.${actionPoint.status}`) })}</span> : item.attention.some((state) => state !== 'due') && <ButtonLink size="sm" variant="ghost" icon="flag" href={`${base}/checks/raise?item=${item.id}`}>{t('raise')}<span className="sr-only">: {name}</span></ButtonLink>}
        </div>
      )}
    </li>
  );
}
