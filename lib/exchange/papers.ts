import 'server-only';
import type { Readable } from 'node:stream';
import type { Permission } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { getViewer } from '@/lib/auth/viewer';
import { getLanguage } from '@/lib/i18n/server';
import { isLanguage } from '@/lib/i18n/languages';
import { findProject, type ProjectView } from '@/lib/projects/queries';
import type { Language } from '@/lib/shared/vocabulary';
import { pdfResponse } from './pdf/response';

export type PaperLanguages = readonly [Language, ...Language[]];
export type Paper = { pdf: Readable; name: string };

/** The answer where there is no such paper for this reader (DOMAIN §4). */
export const missingPaper = () => new Response('Not found', { status: 404, headers: { 'cache-control': 'private, no-store' } });

/** Which languages a paper is wanted in (`?language=en|cnr|both`): both, the local one first, unless one is named; anything else is the reader's own. */
export async function paperLanguages(request: Request): Promise<PaperLanguages> {
  const wanted = new URL(request.url).searchParams.get('language');
  if (isLanguage(wanted)) return [wanted];
  return wanted === null || wanted === 'both' ? ['cnr', 'en'] : [await getLanguage()];
}

/** A paper of one project for a route: for who lacks the permission, and where `make` finds nothing, there is none (DOMAIN §4). `make` may also send who asked elsewhere. */
export async function paperOf(slug: string, permission: Permission, make: (viewer: Viewer, project: ProjectView) => Promise<Paper | Response | null>): Promise<Response> {
  const viewer = await getViewer();
  const project = viewer && (await findProject(viewer, slug));
  const paper = viewer && project?.may(permission) ? await make(viewer, project) : null;
  if (paper instanceof Response) return paper;
  return paper ? pdfResponse(paper.pdf, paper.name) : missingPaper();
}
