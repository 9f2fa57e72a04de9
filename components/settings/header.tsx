import { useTranslations } from 'next-intl';
import { Tabs } from '@/components/ui/navigation';
import { PageHeader } from '@/components/ui/page';

/** Title and tabs of the settings pages. */
export function SettingsHeader({ project, tab }: { project: { slug: string; projectsId: string }; tab: 'settings' | 'questionnaire' | 'audit' }) {
  const t = useTranslations('settings');
  const base = `/projects/${project.slug}`;
  const items = [
    { label: t('tabs.project'), href: `${base}/settings`, current: tab === 'settings' },
    { label: t('tabs.questionnaire'), href: `${base}/settings/questionnaire`, current: tab === 'questionnaire' },
    { label: t('tabs.audit'), href: `${base}/settings/audit`, current: tab === 'audit' },
  ];
  return (
    <>
      <PageHeader title={t(tab === 'audit' ? 'auditTitle' : 'title')} crumbs={[{ label: project.projectsId, href: base }]} />
      <Tabs label={t('title')} items={items} />
    </>
  );
}
