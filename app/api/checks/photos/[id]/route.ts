import { getViewer } from '@/lib/auth/viewer';
import { findPhoto } from '@/lib/equipment/queries/due';
import { fileStore } from '@/lib/storage/store';

export const dynamic = 'force-dynamic';

const missing = () => new Response('Not found', { status: 404, headers: { 'cache-control': 'private, no-store' } });

/** The photo of an end-use check for whoever may read the project's records; for anyone else there is none. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await getViewer();
  const photo = viewer && (await findPhoto(viewer, id));
  const bytes = photo && (await fileStore().open(photo.sha256));
  if (!photo || !bytes) return missing();
  return new Response(bytes, {
    headers: {
      'content-type': photo.mediaType,
      'content-length': String(photo.size),
      'content-disposition': 'inline; filename="check.jpg"',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, max-age=3600, immutable',
    },
  });
}
