import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/page';
import { useFormat } from '@/lib/i18n/use-format';
import type { PastName } from '@/lib/institutions/queries';

/** What a unit was called before. */
export function PastNames({ names }: { names: PastName[] }) {
  const t = useTranslations('institutions');
  const words = useTranslations('vocabulary');
  const format = useFormat();
  if (names.length === 0) return null;
  return (
    <Card title={t('pastNames')}>
      <ul className="grid gap-2">
        {names.map((past) => (
          <li key={`${past.language} ${past.to} ${past.name}`}>{past.name} <span className="tabular text-soft">· {words(`languages.${past.language as 'en'}`)} · {past.from ? format.dateRange(past.from, past.to) : t('until', { date: format.date(past.to) })}</span></li>
        ))}
      </ul>
    </Card>
  );
}
