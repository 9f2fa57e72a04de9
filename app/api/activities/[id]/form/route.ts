import { activityForm } from '@/lib/activities/queries/form';
import { getViewer } from '@/lib/auth/viewer';
import { listEvidence } from '@/lib/evidence/queries';
import { isId } from '@/lib/shared/ids';

export const dynamic = 'force-dynamic';

/** The record as it stands, for the conflict panel of an open form. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const viewer = await getViewer();
  if (!viewer) return Response.json({ error: 'signedOut' }, { status: 401 });
  const { id } = await params;
  const projectId = new URL(request.url).searchParams.get('project');
  if (!isId(id) || !isId(projectId)) return Response.json({ error: 'notFound' }, { status: 404 });
  const form = await activityForm(viewer, { id: projectId }, { id });
  if (!form) return Response.json({ error: 'notFound' }, { status: 404 });
  const evidence = await listEvidence(viewer, projectId, id);
  return Response.json({ reference: form.reference, version: form.values.version, values: form.values, people: form.people, editedBy: form.editedBy, editedAt: form.editedAt, signed: form.signed, evidence });
}
