import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { VerifiedCertificateAnswer } from '@/components/certificates/verified-certificate';
import { VerifyAnswer } from '@/components/reports/verify-answer';
import { PlainShell } from '@/components/shell/app-shell';
import { VerifiedHandOverAnswer } from '@/components/signing/verified-hand-over';
import { Button } from '@/components/ui/button';
import { Card, PageHeader } from '@/components/ui/page';
import { verifyCertificate } from '@/lib/certificates/queries';
import { verifyCode } from '@/lib/reports/queries';
import { verifyHandOver } from '@/lib/signing/queries/verify';

type Props = { searchParams: Promise<{ code?: string | string[]; print?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('verify'))('title') };
}

export default async function VerifyPage({ searchParams }: Props) {
  const { code: given, print } = await searchParams;
  const code = (typeof given === 'string' ? given : '').slice(0, 40).trim();
  const t = await getTranslations('verify');
  const paper = typeof print === 'string' ? print : null;
  const [report, certificate, handOver] = code ? await Promise.all([verifyCode(code), verifyCertificate(code), verifyHandOver(code, paper)]) : [null, null, null];
  return (
    <PlainShell>
      <div className="mx-auto grid max-w-2xl gap-4">
        <PageHeader title={t('title')} meta={t('intro')} />
        <Card>
          <form className="grid gap-1">
            <label htmlFor="code" className="font-medium">{t('code')}</label>
            <p id="code-hint" className="text-xs text-soft">{t('hint')}</p>
            <div className="flex flex-wrap gap-2">
              <input id="code" name="code" required maxLength={40} defaultValue={code} autoComplete="off" autoCapitalize="characters" spellCheck={false} aria-describedby="code-hint" className="control tabular max-w-64 tracking-wider" />
              <Button type="submit" variant="primary">{t('submit')}</Button>
            </div>
          </form>
        </Card>
        {certificate && <VerifiedCertificateAnswer found={certificate} />}
        {handOver && <VerifiedHandOverAnswer found={handOver} />}
        {code && !certificate && !handOver && <VerifyAnswer found={report} />}
      </div>
    </PlainShell>
  );
}
