import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Button, ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/feedback';
import { hrefWith, type Params } from '@/components/ui/filters';
import { TextLink } from '@/components/ui/link';
import { Pagination } from '@/components/ui/navigation';
import { Card } from '@/components/ui/page';
import type { DueCounts, DueItem, DueList as Due } from '@/lib/equipment/queries/due';
import { useFormat } from '@/lib/i18n/use-format';

type Props = { base: string; params: Params; due: Due; mayWrite: boolean; institutionName: (id: string | null) => string };

/** What asks for a look, institution by institution; what was found wrong and what is overdue comes first. Ticked items are checked together. */
export function DueList({ base, params, due, mayWrite, institutionName }: Props) {
  const t = useTranslations('checks');
  const filtered = Boolean(params.institution || params.state);
  if (due.rows.length === 0) return <Card><EmptyState icon="check" title={t(filtered ? 'noneHere' : 'none')}>{t('noneHint')}</EmptyState></Card>;
  const at = (changes: Params) => hrefWith(`${base}/checks`, { ...params, after: undefined, before: undefined }, changes);
  return (
    <form action={`${base}/checks/new`} className="group grid grid-cols-1 gap-4">
      {[...grouped(due.rows)].map(([recipientId, items]) => (
        <Group key={recipientId} base={base} title={institutionName(recipientId)} items={items} counts={due.byInstitution.get(recipientId)} all={recipientId && !filtered ? at({ institution: recipientId }) : null} mayWrite={mayWrite} />
      ))}
      {(due.before || due.after) && <Pagination previous={due.before && at({ before: due.before })} next={due.after && at({ after: due.after })} summary={t('counts.items', { n: due.total })} />}
      {mayWrite && (
        // At hand once something is ticked; until then it would only lie over the list.
        <div className="no-print bottom-2 justify-self-start group-has-[input:checked]:sticky rounded-lg border border-line bg-surface p-2 shadow-raised">
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

type GroupProps = { base: string; title: string; items: DueItem[]; /** of the institution on all pages */ counts: DueCounts | undefined; /** the list of this institution alone */ all: string | null; mayWrite: boolean };

function Group({ base, title, items, counts, all, mayWrite }: GroupProps) {
  const t = useTranslations('checks');
  const said = counts && [counts.failed > 0 && t('counts.failed', { n: counts.failed }), counts.overdue > 0 && t('counts.overdue', { n: counts.overdue }), t('counts.items', { n: counts.items })].filter(Boolean).join(' · ');
  const more = counts && all && counts.items > items.length;
  return (
    <Card flush title={title} id={`due-${items[0]?.id}`} description={said} action={more && <TextLink href={all}>{t('onlyHere')}</TextLink>}>
      <ul className="divide-y divide-line border-t border-line">{items.map((item) => <Line key={item.id} base={base} item={item} mayWrite={mayWrite} />)}</ul>
    </Card>
  );
}

function Line({ base, item, mayWrite }: { base: string; item: DueItem; mayWrite: boolean }) {
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
        {latest && item.attention.includes('failed') && <Badge tone="bad" icon="error">{t(latest.condition === 'not_found' ? 'badge.notFound' : latest.inUse ? 'badge.damaged' : 'badge.notInUse')}</Badge>}
        {item.due && item.attention.includes('overdue') && <Badge tone="bad" icon="clock">{t('badge.overdue', { date: format.date(item.due) })}</Badge>}
        {item.due && item.attention.includes('due') && <Badge tone="warn" icon="clock">{t('badge.due', { date: format.date(item.due) })}</Badge>}
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
