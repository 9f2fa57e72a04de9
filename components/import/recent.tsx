import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { useFormat } from '@/lib/i18n/use-format';
import type { ImportLine } from '@/lib/imports/queries';

/** The lists uploaded lately and what became of each; nothing where there is none. */
export function RecentImports({ lists, previews, timeZone }: { lists: ImportLine[]; previews: string; timeZone: string }) {
  const [t, format] = [useTranslations('imports.recent'), useFormat()];
  if (lists.length === 0) return null;
  return (
    <Card title={t('title')} description={t('rule')} flush>
      <ul className="divide-y divide-line">
        {lists.map((list) => (
          <li key={list.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3">
            <span className="min-w-0">
              {list.kept ? <TextLink href={`${previews}/${list.id}`} className="inline-flex min-h-6 items-center break-all">{list.fileName}</TextLink> : <span className="break-all">{list.fileName}</span>}
              <span className="block text-xs text-soft">{t('sent', { when: format.moment(list.createdAt, timeZone), who: list.by, n: list.lines })}</span>
            </span>
            {list.outcome ? <Badge tone="good" icon="check">{t('taken', { added: list.outcome.added, changed: list.outcome.changed, refused: list.outcome.rejected + list.outcome.leftOut.length })}</Badge> : list.kept ? <Badge tone="warn" icon="clock">{t('waiting')}</Badge> : <Badge tone="neutral" icon="minus">{t('expired')}</Badge>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
