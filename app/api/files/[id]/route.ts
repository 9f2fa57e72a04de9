import { findActionPointFile } from '@/lib/action-points/queries/point';
import { getViewer } from '@/lib/auth/viewer';
import { findEvidenceFile } from '@/lib/evidence/queries';
import { isId } from '@/lib/shared/ids';
import { disposition } from '@/lib/storage/names';
import { fileStore } from '@/lib/storage/store';
import { showsInline } from '@/lib/storage/types';

export const dynamic = 'force-dynamic';

const missing = () => new Response('Not found', { status: 404, headers: { 'cache-control': 'private, no-store' } });
// Whatever a file holds, it may load nothing, run nothing and know no cookie of ours.
const policy = "sandbox; default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; frame-ancestors 'self'";

/** The bytes of an evidence file for whoever may read the project's records; for anyone else there is no such file. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await getViewer();
  const file = viewer && isId(id) ? ((await findEvidenceFile(viewer, id)) ?? (await findActionPointFile(viewer, id))) : null;
  const bytes = file && (await fileStore().open(file.sha256));
  if (!file || !bytes) return missing();
  return new Response(bytes, {
    headers: {
      'content-type': file.mediaType,
      'content-length': String(file.size),
      'content-disposition': disposition(showsInline(file.mediaType) ? 'inline' : 'attachment', file.fileName),
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    },
  });
}
