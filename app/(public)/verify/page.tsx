import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { VerifyAnswer } from '@/components/reports/verify-answer';
import { PlainShell } from '@/components/shell/app-shell';
import { Button } from '@/components/ui/button';
import { Card, PageHeader } from '@/components/ui/page';
import { verifyCode } from '@/lib/reports/queries';

type Props = { searchParams: Promise<{ code?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('verify'))('title') };
}

export default async function VerifyPage({ searchParams }: Props) {
  const given = (await searchParams).code;
  const code = (typeof given === 'string' ? given : '').slice(0, 40).trim();
  const t = await getTranslations('verify');
  const found = code ? await verifyCode(code) : null;
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
        {code && <VerifyAnswer found={found} />}
      </div>
    </PlainShell>
  );
}
