import { useTranslations } from 'next-intl';
import { DescriptionList } from '@/components/ui/facts';
import { Card } from '@/components/ui/page';
import { useFormat } from '@/lib/i18n/use-format';
import type { ProjectView } from '@/lib/projects/queries';

/** What the project is; an administrator changes it under Administration. */
export function ProjectFacts({ project }: { project: ProjectView }) {
  const t = useTranslations('settings.facts');
  const words = useTranslations('vocabulary');
  const format = useFormat();
  return (
    <Card title={t('title')} description={t('hint')}>
      <DescriptionList items={[
        { label: t('name'), value: project.title },
        { label: t('projectsId'), value: project.projectsId },
        { label: t('primaId'), value: project.primaId },
        { label: t('status'), value: words(`projectStatuses.${project.status}`) },
        { label: t('type'), value: project.type },
        { label: t('dates'), value: format.dateRange(project.startDate, project.endDate) },
        { label: t('budget'), value: project.budgetUsd === null ? null : format.money(Number(project.budgetUsd), 'USD') },
        { label: t('donor'), value: project.donor },
        { label: t('implementer'), value: project.implementer },
        { label: t('coverage'), value: project.coverage },
        { label: t('region'), value: project.idfRegion },
        { label: t('memberStates'), value: project.benefitingMemberStates.join(', ') },
      ]} />
    </Card>
  );
}
