import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { StatusBadge } from '@/components/ui/badge';
import type { IndicatorFigure } from '@/lib/indicators/queries/figures';
import { indicatorStates } from '@/lib/shared/vocabulary';

/** How many indicators stand where; each opens those. */
export function StateSummary({ indicators, base }: { indicators: IndicatorFigure[]; base: string }) {
  const t = useTranslations('projects.overview');
  const counts = indicatorStates.map((state) => ({ state, n: indicators.filter((indicator) => indicator.state === state).length })).filter(({ n }) => n > 0);
  return (
    <ul aria-label={t('states')} className="flex flex-wrap gap-x-3 gap-y-1">
      {counts.map(({ state, n }) => (
        <li key={state}>
          <Link href={`${base}/indicators?state=${state}`} className="inline-flex min-h-6 items-center gap-1.5 hover:underline">
            <span className="tabular font-semibold">{n}</span><StatusBadge of="indicator" state={state} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
