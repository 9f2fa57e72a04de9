import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AdminHeader } from '@/components/admin/header';
import { InstitutionTable } from '@/components/admin/institution-table';
import { ButtonLink } from '@/components/ui/button';
import { Filters, readParams } from '@/components/ui/filters';
import { requireAdmin } from '@/lib/auth/viewer';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree } from '@/lib/institutions/queries';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('tabs.institutions') };
}

export default async function InstitutionsPage({ searchParams }: Props) {
  const viewer = await requireAdmin();
  const given = readParams(await searchParams, ['q']);
  const [tree, t] = await Promise.all([institutionTree(viewer, await getLanguage()), getTranslations('institutions')]);
  return (
    <>
      <AdminHeader tab="institutions" action={<ButtonLink href="/admin/institutions/new" variant="primary" icon="plus">{t('add')}</ButtonLink>} />
      <Filters path="/admin/institutions" params={given} filters={[{ name: 'q', label: t('search') }]} />
      <InstitutionTable nodes={tree.nodes} q={given.q ?? ''} />
    </>
  );
}
