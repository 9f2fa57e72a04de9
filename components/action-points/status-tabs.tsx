import { useTranslations } from 'next-intl';
import { hrefWith, type Params } from '@/components/ui/filters';
import { Tabs } from '@/components/ui/navigation';
import type { ActionPointCounts } from '@/lib/action-points/queries/list';
import { useFormat } from '@/lib/i18n/use-format';

const views = ['pending', 'overdue', 'done', 'verified', 'dropped'] as const;

/** Where action points stand, as tabs with their numbers over the whole project. */
export function StatusTabs({ path, params, counts }: { path: string; params: Params; counts: ActionPointCounts }) {
  const t = useTranslations('actionPoints');
  const format = useFormat();
  const to = (status?: string) => hrefWith(path, params, { status, after: undefined, before: undefined });
  const all = counts.pending + counts.done + counts.verified + counts.dropped;
  const items = [{ label: t('views.all'), href: to(), current: !params.status, count: format.number(all) }, ...views.map((view) => ({ label: t(`views.${view}`), href: to(view), current: params.status === view, count: format.number(counts[view]) }))];
  return <Tabs label={t('byStatus')} items={items} />;
}
