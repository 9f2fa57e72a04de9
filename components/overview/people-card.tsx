import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { TextLink } from '@/components/ui/link';
import { useFormat } from '@/lib/i18n/use-format';
import type { Headline } from '@/lib/indicators/queries/headline';

const fills: Record<string, string> = { female: 'fill-series-1', male: 'fill-series-2', other: 'fill-series-3', not_stated: 'fill-edge' };

function Big({ label, value, sub, href }: { label: string; value: string; sub: ReactNode; href?: string }) {
  return (
    <div className="min-w-0">
      <h3 className="text-soft">{href ? <TextLink href={href}>{label}</TextLink> : label}</h3>
      <p className="tabular mt-1 text-3xl/9 font-semibold tracking-tight">{value}</p>
      <p className="tabular">{sub}</p>
    </div>
  );
}

/** People trained and participations side by side, women and men, with the threshold that decides who counts (DOMAIN §2.1, §2.2). `base`: null where no records may be opened. */
export function PeopleCard({ people, threshold, base, minimum }: { people: Headline['people']; threshold: number; base: string | null; minimum: number }) {
  const t = useTranslations('projects.overview');
  const sexes = useTranslations('vocabulary.sexes');
  const format = useFormat();
  const hidden = people.bySex.some((row) => row.withheld);
  const share = (value: number | null) => format.percent(value === null || people.unique === 0 ? null : value / people.unique);
  const sub = people.unnamed > 0 ? t('named', { named: format.number(people.participations), unnamed: format.number(people.unnamed) }) : t('trainings', { n: people.trainings });
  return (
    <section className="flex flex-col gap-3 rounded-lg border border-line bg-surface px-4 py-3 sm:col-span-2" aria-label={t('trained')}>
      <div className="grid grid-cols-2 gap-4">
        <Big label={t('trained')} value={format.number(people.unique)} sub={t('trainings', { n: people.trainings })} href={base ? `${base}/people?trained=yes` : undefined} />
        <Big label={t('participations')} value={format.number(people.participations + people.unnamed)} sub={sub} href={base ? `${base}/activities?counted=people.participations` : undefined} />
      </div>
      <div>
        {!hidden && people.unique > 0 && <SexBar people={people} />}
        <dl className="tabular flex flex-wrap gap-x-5 gap-y-1" aria-label={t('bySex')}>
          {people.bySex.map((row) => (
            <div key={row.key} className="flex items-center gap-1.5">
              <svg width="10" height="10" aria-hidden="true"><rect width="10" height="10" rx="2" className={fills[row.key ?? 'not_stated']} /></svg>
              <dt className="text-soft">{base && row.key ? <TextLink quiet href={`${base}/people?trained=yes&sex=${row.key}`}>{sexes(row.key)}</TextLink> : sexes(row.key ?? 'not_stated')}</dt>
              <dd>{row.withheld ? '*' : <><span className="font-semibold">{format.number(row.value)}</span> <span className="text-soft">{share(row.value)}</span></>}</dd>
            </div>
          ))}
        </dl>
        {hidden && <p className="mt-1 text-xs text-soft">* {t('hidden', { n: minimum })}</p>}
      </div>
      <p className="mt-auto text-xs text-soft">{t('threshold', { share: format.percent(threshold) })}</p>
    </section>
  );
}

function SexBar({ people }: { people: Headline['people'] }) {
  let from = 0;
  const parts = people.bySex.map((row) => {
    const width = ((row.value ?? 0) / people.unique) * 100;
    from += width;
    return { key: row.key ?? 'not_stated', x: from - width, width };
  });
  return (
    <svg viewBox="0 0 100 6" width="100%" height="6" preserveAspectRatio="none" aria-hidden="true" className="mb-2 overflow-hidden rounded-full">
      <rect width="100" height="6" className="fill-sunken" />
      {parts.map((part) => <rect key={part.key} x={part.x} width={Math.max(0, part.width - 0.4)} height="6" className={fills[part.key]} />)}
    </svg>
  );
}
