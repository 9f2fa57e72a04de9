import { useTranslations } from 'next-intl';
import { LinkChoices, LinkText } from '@/components/links/fields';
import { LinkHead } from '@/components/links/link-head';
import { Banner } from '@/components/ui/feedback';
import type { LinkedPoint } from '@/lib/action-points/queries/point';
import { useFormat } from '@/lib/i18n/use-format';
import { ReportForm } from './report-form';

/** Behind a progress link: what was agreed, and how it stands. */
export function LinkedPointPage({ token, found }: { token: string; found: LinkedPoint }) {
  const [t, links, common, errors] = [useTranslations('actionPoints.link'), useTranslations('links'), useTranslations('common'), useTranslations('errors')];
  const format = useFormat();
  const texts = { send: links('send'), sending: links('sending'), failed: common('failed'), missing: errors('required') };
  const choices = [
    { value: 'yes', label: t('done') },
    { value: 'no', label: t('begun') },
  ];
  return (
    <>
      <LinkHead title={found.text} context={found.organisation} meta={found.dueDate && t('due', { date: format.date(found.dueDate) })} />
      {found.declined && <div className="mb-4"><Banner kind="warning" title={t('declined')}>{found.declined}</Banner></div>}
      {found.waiting > 0 && <div className="mb-4"><Banner>{t('waiting', { n: found.waiting })}</Banner></div>}
      <ReportForm token={token} texts={texts} done={<Banner kind="success" title={links('thanks')}>{t('thanks')}</Banner>}>
        <LinkChoices name="done" legend={t('how')} choices={choices} required />
        <LinkText name="text" label={t('what')} hint={t('whatHint')} max={2000} />
        <div className="grid gap-1">
          <label htmlFor="file" className="text-base font-semibold">{t('file')}</label>
          <p id="file-hint" className="text-soft">{t('fileHint')}</p>
          <input id="file" type="file" name="file" aria-describedby="file-hint" className="control mt-1 min-h-11" />
        </div>
      </ReportForm>
    </>
  );
}
