import { may } from '@/lib/access/rules';
import { getViewer } from '@/lib/auth/viewer';
import { findProject } from '@/lib/projects/queries';
import { issuedVersion } from '@/lib/reports/queries';
import { disposition } from '@/lib/storage/names';

export const dynamic = 'force-dynamic';

const missing = () => new Response('Not found', { status: 404, headers: { 'cache-control': 'private, no-store' } });

/** The canonical JSON of an issued version, byte for byte as it was hashed; for anyone who may not read it there is none. */
export async function GET(_request: Request, { params }: { params: Promise<{ project: string; id: string; number: string }> }) {
  const { project: slug, id, number } = await params;
  const viewer = await getViewer();
  const project = viewer && (await findProject(viewer, slug));
  if (!viewer || !project || !may(project.roles, 'reports.read')) return missing();
  const version = await issuedVersion(viewer, project.id, id, Number(number));
  if (!version) return missing();
  return new Response(version.text, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': disposition('attachment', `${project.slug}-report-v${version.number}.json`),
      'x-content-sha256': version.sha256,
      'x-verification-code': version.verificationCode,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}
