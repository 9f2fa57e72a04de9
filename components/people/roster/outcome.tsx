import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { RejectsBanner } from '@/components/import/rejects';
import { Banner } from '@/components/ui/feedback';
import type { RosterOutcome } from '@/lib/people/rules/roster/decide';

type Props = { outcome: RosterOutcome; place: { label: string; href: string }; rejects: string; again: string };

/** What became of a list, and the lines that were not taken as a file to correct. */
export function RosterOutcomeCard({ outcome, place, rejects, again }: Props) {
  const t = useTranslations('imports');
  const { added, changed, listed, same, rejected, leftOut } = outcome;
  const counts = [['added', added], ['listed', listed], ['changed', changed], ['same', same], ['rejected', rejected], ['leftOut', leftOut.length]] as const;
  const notTaken = rejected + leftOut.length;
  return (
    <div className="grid gap-4">
      <Banner kind="success" title={t('done')} live>
        <ul className="mt-1 grid gap-0.5">{counts.filter(([, n]) => n > 0).map(([key, n]) => <li key={key}>{t(`outcome.${key}`, { n })}</li>)}</ul>
      </Banner>
      {notTaken > 0 && <RejectsBanner href={rejects}>{t('notTaken', { n: notTaken })}</RejectsBanner>}
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={place.href} variant="primary">{t('goTo', { place: place.label })}</ButtonLink>
        <ButtonLink href={again}>{t('anotherFile')}</ButtonLink>
      </div>
    </div>
  );
}
