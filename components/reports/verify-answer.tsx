import { getTranslations } from 'next-intl/server';
import { Banner } from '@/components/ui/feedback';
import { DescriptionList } from '@/components/ui/facts';
import { Card } from '@/components/ui/page';
import { getFormat } from '@/lib/i18n/server';
import type { Verified } from '@/lib/reports/queries';
import { VerifyFile } from './verify-file';

/** What a code proves, and nothing else of the project. */
export async function VerifyAnswer({ found }: { found: Verified | null }) {
  const [t, words, f] = await Promise.all([getTranslations('verify'), getTranslations('vocabulary'), getFormat()]);
  if (!found) return <Banner kind="warning" title={t('unknown.title')} live>{t('unknown.body')}</Banner>;
  const newer = found.latest > found.number;
  const items = [
    { label: t('fields.report'), value: found.title },
    { label: t('fields.project'), value: found.project },
    { label: t('fields.kind'), value: words(`reportKinds.${found.kind}`) },
    { label: t('fields.period'), value: `${found.period}, ${f.dateRange(found.from, found.to)}` },
    { label: t('fields.version'), value: f.number(found.number) },
    { label: t('fields.issued'), value: f.date(found.issuedOn) },
    { label: t('fields.code'), value: found.verificationCode },
    { label: t('fields.sha'), value: <span className="font-mono text-xs break-all">{found.sha256}</span> },
  ];
  return (
    <>
      <Banner kind={newer ? 'warning' : 'success'} title={t('found.title')} live>{newer ? t('found.newer', { number: found.latest }) : t('found.current')}</Banner>
      <Card><DescriptionList items={items} /></Card>
      <Card title={t('file.title')} id="file-title" description={t('file.body')}><VerifyFile sha256={found.sha256} texts={{ label: t('file.label'), same: t('file.same'), different: t('file.different', { sha: '{sha}' }) }} /></Card>
    </>
  );
}
