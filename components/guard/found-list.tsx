import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { PlacedFinding } from '@/lib/guard/rules/texts';

/** The words that look like case or victim data, each by its kind, beside a warning. On the client it needs the namespace 'guard'. */
export function FoundList({ found, live = false }: { found: readonly PlacedFinding[]; /** said by assistive technology as it appears */ live?: boolean }) {
  const t = useTranslations('guard');
  return (
    <div role={live ? 'status' : undefined} className="flex items-start gap-2">
      <Icon name="warning" className="mt-0.5 shrink-0 text-warn" />
      <div className="min-w-0">
        <p className="font-medium">{t('title')}</p>
        <ul className="break-words">{found.map(({ mark, kind, words }) => <li key={mark}>{t('found', { kind: t(`kinds.${kind}`), words })}</li>)}</ul>
      </div>
    </div>
  );
}
