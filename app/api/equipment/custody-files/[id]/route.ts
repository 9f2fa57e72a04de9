import { getViewer } from '@/lib/auth/viewer';
import { findCustodyFile } from '@/lib/equipment/queries/custody-files';
import { disposition } from '@/lib/storage/names';
import { fileStore } from '@/lib/storage/store';
import { showsInline } from '@/lib/storage/types';

export const dynamic = 'force-dynamic';

const missing = () => new Response('Not found', { status: 404, headers: { 'cache-control': 'private, no-store' } });

/** The bytes of a file that proves a change of custody, for whoever may read the project's records; for anyone else there is none. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await getViewer();
  const file = viewer && (await findCustodyFile(viewer, id));
  const bytes = file && (await fileStore().open(file.sha256));
  if (!file || !bytes) return missing();
  return new Response(bytes, {
    headers: {
      'content-type': file.mediaType,
      'content-length': String(file.size),
      'content-disposition': disposition(showsInline(file.mediaType) ? 'inline' : 'attachment', file.fileName),
      'content-security-policy': "sandbox; default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; frame-ancestors 'self'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    },
  });
}
