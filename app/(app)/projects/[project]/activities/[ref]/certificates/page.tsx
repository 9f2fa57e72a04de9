import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { CertificatesPage } from '@/components/certificates/certificates-page';
import { findActivity } from '@/lib/activities/queries/record';
import { certificatesOfActivity } from '@/lib/certificates/queries';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string; ref: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await getTranslations('certificates'))('title')} ${(await params).ref}` };
}

export default async function TrainingCertificatesPage({ params }: Props) {
  const { project: slug, ref } = await params;
  const { viewer, project } = await openProject(slug, 'people.read');
  const record = await findActivity(viewer, project, ref);
  if (record?.kind !== 'training') notFound();
  const certificates = await certificatesOfActivity(viewer, project.id, record.id);
  const may = { issue: project.may('records.write'), revoke: project.may('certificates.revoke') };
  return <CertificatesPage project={project} record={record} certificates={certificates} may={may} />;
}
