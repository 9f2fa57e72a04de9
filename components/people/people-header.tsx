import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Tabs } from '@/components/ui/navigation';
import { PageHeader } from '@/components/ui/page';

export type PeopleTab = 'register' | 'capacity' | 'duplicates' | 'retention';
const paths: Record<PeopleTab, string> = { register: '', capacity: '/capacity', duplicates: '/duplicates', retention: '/retention' };
type Props = { project: { slug: string; projectsId: string }; tab: PeopleTab; title: string; intro: ReactNode; action?: ReactNode };

/** Title and tabs of the pages about people. */
export function PeopleHeader({ project, tab, title, intro, action }: Props) {
  const people = useTranslations('people');
  const t = useTranslations('duplicates.tabs');
  const base = `/projects/${project.slug}`;
  const crumbs = [{ label: project.projectsId, href: base }, ...(tab === 'register' ? [] : [{ label: people('title'), href: `${base}/people` }])];
  const items = (Object.keys(paths) as PeopleTab[]).map((key) => ({ label: t(key), href: `${base}/people${paths[key]}`, current: key === tab }));
  return (
    <>
      <PageHeader title={title} crumbs={crumbs} meta={intro} action={action} />
      <Tabs label={people('title')} items={items} />
    </>
  );
}
