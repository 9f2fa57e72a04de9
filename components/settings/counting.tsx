import { useTranslations } from 'next-intl';
import { DescriptionList } from '@/components/ui/facts';
import { Card } from '@/components/ui/page';
import { useFormat } from '@/lib/i18n/use-format';
import type { ProjectView } from '@/lib/projects/queries';
import { settingValues } from '@/lib/projects/rules';
import { CountingForm } from './counting-form';

/** How the project counts and hides; a form for those who may change it. */
export function CountingSettings({ project, mayWrite }: { project: ProjectView; mayWrite: boolean }) {
  const t = useTranslations('settings.counting');
  const format = useFormat();
  const threshold = Number(project.attendanceThreshold);
  return (
    <Card title={t('title')} description={t('hint')}>
      {mayWrite ? (
        <CountingForm key={project.version} values={{ projectId: project.id, version: project.version, ...settingValues(project) }} minimum={project.suppressionMinimum} />
      ) : (
        <DescriptionList items={[
          { label: t('attendancePercent'), value: format.percent(threshold) },
          { label: t('suppressionMinimum'), value: format.number(project.suppressionMinimum) },
          { label: t('followUpMonths'), value: format.number(project.followUpMonths) },
          { label: t('retentionMonths'), value: format.number(project.retentionMonths) },
          { label: t('checkMonths'), value: project.checkMonths.join(', ') },
          { label: t('labelOwner'), value: project.labelOwner },
          { label: t('labelContact'), value: project.labelContact },
          { label: t('timeZone'), value: project.timeZone },
        ]} />
      )}
    </Card>
  );
}
