import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { useFormat } from '@/lib/i18n/use-format';
import type { MonthCount } from '@/lib/workplan/rules';

/** The months of a timeline that is too long to be shown at once, each with how many activities begin in it. */
export function TimelineMonths({ base, month, counts, shown }: { base: string; month: string; counts: readonly MonthCount[]; shown: string }) {
  const t = useTranslations('workplan');
  const format = useFormat();
  return (
    <nav aria-label={t('parts')} className="px-4 pt-1 pb-2">
      <p className="mb-1 text-sm text-soft">{t('partsHint')}</p>
      <ul className="flex flex-wrap gap-1 text-sm">
        {counts.map((one) => (
          <li key={one.month}>
            {one.n === 0 ? (
              <span className="inline-flex min-h-6 items-center gap-1.5 rounded-full border border-line px-2.5 text-soft">{format.month(one.month)} <span className="tabular text-xs">0</span></span>
            ) : (
              <Link href={`${base}/workplan?month=${month}&view=timeline&part=${one.month}`} aria-current={one.month === shown ? 'true' : undefined} className="inline-flex min-h-6 items-center gap-1.5 rounded-full border border-edge px-2.5 hover:bg-sunken aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent">
                {format.month(one.month)} <span className="tabular text-xs">{format.number(one.n)}</span>
              </Link>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
