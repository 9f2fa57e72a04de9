import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewInstitutionForm } from '@/components/admin/institution-forms';
import { institutionChoices } from '@/components/people/choices';
import { PageHeader } from '@/components/ui/page';
import { requireAdmin } from '@/lib/auth/viewer';
import { Messages } from '@/lib/i18n/client';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree } from '@/lib/institutions/queries';
import { newId } from '@/lib/shared/ids';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('institutions'))('add') };
}

export default async function NewInstitutionPage() {
  const viewer = await requireAdmin();
  const [tree, t] = await Promise.all([institutionTree(viewer, await getLanguage()), getTranslations('institutions')]);
  return (
    <>
      <PageHeader title={t('add')} crumbs={[{ label: t('title'), href: '/admin/institutions' }]} />
      <Messages namespaces={['institutions', 'forms', 'errors', 'vocabulary', 'common']}>
        <NewInstitutionForm id={newId()} parents={institutionChoices(tree.nodes, [])} />
      </Messages>
    </>
  );
}
