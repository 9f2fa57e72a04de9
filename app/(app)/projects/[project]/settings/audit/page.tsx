import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuditList } from '@/components/audit/audit-list';
import { ChainNote } from '@/components/audit/chain-note';
import { SettingsHeader } from '@/components/settings/header';
import { hrefWith, readParams } from '@/components/ui/filters';
import { Pagination } from '@/components/ui/navigation';
import { checkProjectChain, listAudit } from '@/lib/audit/queries';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree } from '@/lib/institutions/queries';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') };
}

export default async function AuditPage({ params, searchParams }: Props) {
  const { viewer, project } = await openProject((await params).project, 'audit.read');
  const given = readParams(await searchParams, ['below', 'check']);
  const below = given.below && /^\d{1,15}$/.test(given.below) ? Number(given.below) : null;
  const all = project.may('audit.readAll');
  const [page, check, tree] = await Promise.all([listAudit(viewer, project, below), all && given.check ? checkProjectChain(viewer, project.id) : null, institutionTree(viewer, await getLanguage())]);
  const path = `/projects/${project.slug}/settings/audit`;
  return (
    <>
      <SettingsHeader project={project} tab="audit" />
      <ChainNote all={all} check={check} checkHref={hrefWith(path, { check: '1' })} />
      <AuditList lines={page.lines} base={`/projects/${project.slug}`} timeZone={project.timeZone} institutionName={tree.name} />
      {(below !== null || page.next !== null) && <Pagination previous={below !== null ? path : null} next={page.next !== null ? hrefWith(path, { below: String(page.next) }) : null} />}
    </>
  );
}
