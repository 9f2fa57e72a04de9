import { findActivity } from '@/lib/activities/queries/record';
import { certificatesOfActivity } from '@/lib/certificates/queries';
import { certificateNumber } from '@/lib/certificates/rules';
import { env } from '@/lib/env';
import { paperLanguages, paperOf } from '@/lib/exchange/papers';
import { certificatesPdf } from '@/lib/exchange/pdf/certificate';
import { dateIn } from '@/lib/shared/dates';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ project: string; ref: string }> };

/** The valid certificates of a training as one file, or one of them (`?number=12`); `?language=en|cnr|both`. Nobody who was anonymised has one to print. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { project: slug, ref } = await params;
  const number = new URL(request.url).searchParams.get('number');
  const languages = await paperLanguages(request);
  return paperOf(slug, 'people.read', async (viewer, project) => {
    const record = await findActivity(viewer, project, ref);
    const issued = record ? await certificatesOfActivity(viewer, project.id, record.id) : [];
    const wanted = issued.flatMap(({ name, revoked, ...one }) => (name === null || revoked || (number !== null && String(one.number) !== number) ? [] : [{ ...one, name }]));
    if (wanted.length === 0) return null;
    const certificates = wanted.map((one) => ({ ...one, number: certificateNumber(project.projectsId, one.number), issuedOn: dateIn(project.timeZone, new Date(one.issuedAt)) }));
    const pdf = certificatesPdf({ project, certificates, verifyAt: new URL('/verify', env().NEXTAUTH_URL).href, moment: new Date() }, languages);
    const [only] = certificates;
    return { pdf, name: certificates.length === 1 && only ? only.number : `${ref} ${languages[0] === 'cnr' ? 'sertifikati' : 'certificates'}` };
  });
}
