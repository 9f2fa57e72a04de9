import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { monthOf } from '@/lib/shared/dates';
import { monthBeside } from '@/lib/workplan/rules';

/** Calendar or timeline, and the months before and after; today's month by its own address, since the plan of a project that is over opens at its last one. */
export function PlanTurner({ base, view, month, today }: { base: string; view: 'calendar' | 'timeline'; month: string; today: string }) {
  const t = useTranslations('workplan');
  const to = (at: string, as: string = view) => `${base}/workplan?month=${at}${as === 'timeline' ? '&view=timeline' : ''}`;
  return (
    <>
      <nav aria-label={t('views')} className="flex rounded-md border border-edge text-sm">
        {(['calendar', 'timeline'] as const).map((one) => <Link key={one} href={to(month, one)} aria-current={one === view ? 'page' : undefined} className={`min-h-6 px-2 py-1 first:rounded-l-md last:rounded-r-md ${one === view ? 'bg-accent-soft font-semibold text-accent' : 'hover:bg-sunken'}`}>{t(`${one}View`)}</Link>)}
      </nav>
      <div className="flex gap-2">
        <ButtonLink size="sm" icon="left" href={to(monthBeside(month, -1))}><span className="max-sm:sr-only">{t('previous')}</span></ButtonLink>
        <ButtonLink size="sm" href={to(monthOf(today))}>{t('today')}</ButtonLink>
        <ButtonLink size="sm" icon="right" href={to(monthBeside(month, 1))}><span className="max-sm:sr-only">{t('next')}</span></ButtonLink>
      </div>
    </>
  );
}
