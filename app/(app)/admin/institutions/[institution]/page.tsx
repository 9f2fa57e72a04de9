import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { RenameInstitutionForm } from '@/components/admin/institution-forms';
import { PastNames } from '@/components/admin/past-names';
import { PageHeader } from '@/components/ui/page';
import { requireAdmin } from '@/lib/auth/viewer';
import { Messages } from '@/lib/i18n/client';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree, pastNames } from '@/lib/institutions/queries';
import { pathTo } from '@/lib/institutions/rules';
import { dateIn } from '@/lib/shared/dates';
import { isId } from '@/lib/shared/ids';

type Props = { params: Promise<{ institution: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('institutions'))('rename') };
}

export default async function InstitutionPage({ params }: Props) {
  const viewer = await requireAdmin();
  const { institution } = await params;
  if (!isId(institution)) notFound();
  const [tree, past, t] = await Promise.all([institutionTree(viewer, await getLanguage()), pastNames(viewer, institution), getTranslations('institutions')]);
  const node = tree.byId.get(institution);
  if (!node) notFound();
  const above = pathTo(tree.byId, node.id).slice(0, -1);
  const crumbs = [{ label: t('title'), href: '/admin/institutions' }, ...above.map((parent) => ({ label: parent.name, href: `/admin/institutions/${parent.id}` }))];
  return (
    <>
      <PageHeader title={node.name} crumbs={crumbs} />
      <div className="grid grid-cols-1 gap-6">
        <Messages namespaces={['institutions', 'forms', 'errors', 'common']}>
          <RenameInstitutionForm key={node.version} institutionId={node.id} version={node.version} names={{ en: node.names.en ?? '', cnr: node.names.cnr ?? '' }} abbreviation={node.abbreviation ?? ''} today={dateIn('UTC', new Date())} />
        </Messages>
        <PastNames names={past} />
      </div>
    </>
  );
}
