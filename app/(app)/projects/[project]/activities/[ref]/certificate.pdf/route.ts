import { env } from '@/lib/env';
import { paperLanguages, paperOf } from '@/lib/exchange/papers';
import { handOverCertificate } from '@/lib/exchange/pdf/hand-over';
import { certificateFacts } from '@/lib/signing/queries/paper';
import { fingerprint } from '@/lib/signing/rules';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ project: string; ref: string }> };

/** The certificate of a hand-over, to print and sign or as signed; `?language=en|cnr|both`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { project: slug, ref } = await params;
  const languages = await paperLanguages(request);
  return paperOf(slug, 'records.read', async (viewer, project) => {
    const facts = await certificateFacts(viewer, project.id, ref, languages);
    if (!facts) return null;
    const address = `${env().NEXTAUTH_URL}/verify?code=${facts.verificationCode}&print=${fingerprint(facts.sha).replace(' ', '')}`;
    const signatures = facts.signatures.filter((one) => one.holds).map((one) => ({ ...one, drawing: one.drawing ? Buffer.from(one.drawing, 'base64') : null }));
    const pdf = handOverCertificate({ ...facts, project, signatures, address, printed: new Date(), timeZone: project.timeZone }, languages);
    return { pdf, name: `${ref} ${languages[0] === 'cnr' ? 'zapisnik o primopredaji' : 'hand-over certificate'}` };
  });
}
