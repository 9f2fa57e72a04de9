import { findActivity } from '@/lib/activities/queries/record';
import { getViewer } from '@/lib/auth/viewer';
import { documentDocx, docxResponse } from '@/lib/exchange/docx/document';
import { type Audience, meetingPaper, meetingPapers } from '@/lib/exchange/meeting-papers';
import { missingPaper, paperLanguages } from '@/lib/exchange/papers';
import { documentPdf } from '@/lib/exchange/pdf/document';
import { pdfResponse } from '@/lib/exchange/pdf/response';
import { institutionTree } from '@/lib/institutions/queries';
import { findProject } from '@/lib/projects/queries';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ project: string; ref: string; paper: string }> };

/** GET …/papers/agenda.pdf, agenda.docx, minutes.pdf, minutes.docx; `?language=en|cnr|both`, `?for=inside` with what is restricted and with names. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { project: slug, ref, paper } = await params;
  const [name, format, ...more] = paper.split('.');
  const kind = meetingPapers.find((one) => one === name);
  const viewer = await getViewer();
  const project = viewer && (await findProject(viewer, slug));
  if (!kind || more.length > 0 || (format !== 'pdf' && format !== 'docx') || !viewer || !project?.may('records.read')) return missingPaper();
  const languages = await paperLanguages(request);
  const [record, tree] = await Promise.all([findActivity(viewer, project, ref), institutionTree(viewer, languages[0])]);
  if (record?.kind !== 'meeting') return missingPaper();
  const audience: Audience = new URL(request.url).searchParams.get('for') === 'inside' ? 'inside' : 'outside';
  const document = meetingPaper(kind, { project, meeting: record, institution: tree.name, printed: new Date() }, audience, languages);
  if (!document) return missingPaper();
  const fileName = `${record.reference} ${document.words.one(`paper.${kind}`).toLocaleLowerCase()}`;
  return format === 'pdf' ? pdfResponse(documentPdf(document), fileName) : docxResponse(await documentDocx(document), fileName);
}
