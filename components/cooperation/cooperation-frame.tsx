import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Filters, hrefWith, type Params } from '@/components/ui/filters';
import { Tabs } from '@/components/ui/navigation';
import { PageHeader } from '@/components/ui/page';
import type { CooperationLevel } from '@/lib/shared/vocabulary';

type Props = { project: { slug: string; projectsId: string }; path: string; params: Params; level: CooperationLevel; levels: readonly ('unit' | 'top' | 'recorded')[]; aggregatesOnly: boolean; periods: { id: string; name: string }[]; children: ReactNode };

/** Head and filters of the screen: which level of the tree, which period, which kind of contact. */
export function CooperationFrame({ project, path, params, level, levels, aggregatesOnly, periods, children }: Props) {
  const t = useTranslations('cooperation');
  const tabs = levels.map((one) => ({ label: t(`levels.${one}`), href: hrefWith(path, params, { level: one === 'unit' ? undefined : one }), current: one === level }));
  const filters = [
    { name: 'period', label: t('period'), options: periods.map(({ id, name }) => ({ value: id, label: name })) },
    { name: 'kind', label: t('contact'), options: (['meeting', 'training', 'actionPoint', 'regional'] as const).map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })) },
  ];
  return (
    <>
      <PageHeader title={t('title')} meta={t(aggregatesOnly ? 'introAggregates' : 'intro')} crumbs={[{ label: project.projectsId, href: `/projects/${project.slug}` }]} />
      <Tabs label={t('level')} items={tabs} />
      <Filters path={path} params={params} filters={filters} keep={['level', 'weight']} />
      {children}
    </>
  );
}
