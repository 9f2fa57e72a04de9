import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { useFormat } from '@/lib/i18n/use-format';
import type { News } from '@/lib/overview/queries/visit';
import { Seen } from './seen';

/** What others did in the project since this person last looked. */
export function ChangesCard({ news, project }: { news: News; project: { id: string; slug: string; timeZone: string } }) {
  const t = useTranslations('overview');
  const format = useFormat();
  const since = news.since && format.moment(news.since, project.timeZone);
  return (
    <Card title={t('changes')} id="changes" description={since && news.total > 0 ? t('changesSince', { date: since }) : undefined}>
      <Seen projectId={project.id} />
      {since === null && <p className="text-soft">{t('firstVisit')}</p>}
      {since !== null && news.total === 0 && <p className="text-soft">{t('nothingNew', { date: since })}</p>}
      <ul className="grid gap-1.5">
        {news.changes.map((change) => (
          <li key={`${change.path} ${change.at.toISOString()}`} className="flex flex-wrap items-baseline gap-x-2">
            <TextLink quiet href={`/projects/${project.slug}${change.path}`}>{change.subject}</TextLink>
            <span>{t(`whats.${change.what}`)}</span>
            <span className="tabular text-xs text-soft">{[change.who, format.moment(change.at, project.timeZone)].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
      {news.total > news.changes.length && <p className="mt-2 text-xs text-soft">{t('earlier', { n: news.total - news.changes.length })}</p>}
    </Card>
  );
}
