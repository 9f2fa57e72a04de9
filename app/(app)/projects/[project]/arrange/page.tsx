import { getTranslations } from 'next-intl/server';
import { ArrangeCards } from '@/components/overview/arrange-cards';
import { ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page';
import { ownCards } from '@/lib/overview/queries/visit';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string }> };

export const generateMetadata = async () => ({ title: (await getTranslations('overview'))('arrangeTitle') });

export default async function ArrangePage({ params }: Props) {
  const { viewer, project } = await openProject((await params).project, 'figures.read');
  const t = await getTranslations('overview');
  const base = `/projects/${project.slug}`;
  return (
    <>
      <PageHeader title={t('arrangeTitle')} meta={t('arrangeIntro')} crumbs={[{ label: project.projectsId, href: base }]} action={<ButtonLink variant="primary" href={base}>{t('done')}</ButtonLink>} />
      <ArrangeCards cards={await ownCards(viewer)} records={project.may('records.read')} />
    </>
  );
}
