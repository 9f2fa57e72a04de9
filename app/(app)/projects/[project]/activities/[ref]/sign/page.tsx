import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SignOnScreenPage } from '@/components/signing/sign-on-screen';
import { getLanguage } from '@/lib/i18n/server';
import { openProject } from '@/lib/projects/queries';
import { newId } from '@/lib/shared/ids';
import { certificateFacts } from '@/lib/signing/queries/paper';
import { isSignable } from '@/lib/signing/rules';

type Props = { params: Promise<{ project: string; ref: string }>; searchParams: Promise<{ party?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signing'))('screenTitle') };
}

export default async function SignPage({ params, searchParams }: Props) {
  const { project: slug, ref } = await params;
  const { viewer, project } = await openProject(slug, 'records.write');
  const language = await getLanguage();
  const facts = await certificateFacts(viewer, project.id, ref, [language]);
  if (!facts || !isSignable(facts.state)) notFound();
  const party = (await searchParams).party === 'hander' ? 'hander' : 'receiver';
  return <SignOnScreenPage project={project} facts={facts} party={party} language={language} id={newId()} />;
}
