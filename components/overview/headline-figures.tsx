import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { TextLink } from '@/components/ui/link';
import { Figure } from '@/components/ui/facts';
import { useFormat } from '@/lib/i18n/use-format';
import type { Headline } from '@/lib/indicators/queries/headline';
import { PeopleCard } from './people-card';

/** A part of a figure that opens its own records, above the link that covers the card. */
const Part = ({ to, children }: { to: string | null; children: ReactNode }) => (to ? <TextLink quiet href={to} className="relative z-10 inline-flex min-h-6 items-center">{children}</TextLink> : children);

/** The records that add to a measure. */
const behind = (base: string | null, measure: string) => base && `${base}/activities?counted=${measure}`;

type Props = { headline: Headline; base: string | null; minimum: number };

function EquipmentCard({ equipment, base }: { equipment: Headline['equipment']; base: string | null }) {
  const t = useTranslations('projects.overview');
  const format = useFormat();
  const bought = equipment.values.filter((value) => value.currency !== 'USD').map((value) => format.money(value.value, value.currency)).join(' + ');
  const inUse = equipment.inUse.value === null ? t('noChecks') : t('inUse', { share: format.percent(equipment.inUse.value / 100), part: format.number(equipment.inUse.numerator), n: format.number(equipment.inUse.denominator) });
  return (
    <Figure label={t('items')} value={format.number(equipment.items)} unit={t('itemsUnit', { n: equipment.items })} sub={<Part to={base && `${base}/equipment?handed=yes&state=in_use`}>{inUse}</Part>} href={base ? `${base}/equipment?handed=yes` : undefined}>
      {equipment.items > equipment.unvalued && <p className="tabular text-sm text-soft"><Part to={behind(base, 'equipment.valueHandedOver')}>{t('value', { usd: format.money(equipment.valueUsd, 'USD') })}{bought && `, ${t('bought', { amounts: bought })}`}</Part></p>}
      {equipment.unpriced > 0 && <p className="tabular text-sm text-soft">{t('withoutValue', { n: equipment.unpriced })}</p>}
      {equipment.values.filter((value) => value.unrated > 0).map(({ currency, unrated }) => <p key={currency} className="tabular text-sm text-soft">{t('withoutRate', { n: unrated, currency })}</p>)}
    </Figure>
  );
}

function ActionPointsCard({ points, base }: { points: Headline['actionPoints']; base: string | null }) {
  const t = useTranslations('projects.overview');
  const format = useFormat();
  const { value, numerator, denominator } = points.onTime;
  const onTime = value === null ? t('nothingDue') : t('onTime', { share: format.percent(value / 100), part: format.number(numerator), n: format.number(denominator) });
  const overdue = t('overdue', { n: points.overdue });
  if (points.open === null) return <Figure label={t('onTimeShare')} value={format.percent(value === null ? null : value / 100)} sub={onTime} />;
  return (
    <Figure label={t('actionPoints')} value={format.number(points.open)} href={base ? `${base}/action-points?status=pending` : undefined} rule={value === null ? onTime : <Part to={behind(base, 'actionPoints.onTime.share')}>{onTime}</Part>}>
      <p className={`tabular text-sm ${points.overdue > 0 ? 'font-medium text-bad' : 'text-soft'}`}>
        {base && points.overdue > 0 ? <TextLink href={`${base}/action-points?status=overdue`} className="relative z-10 inline-flex min-h-6 items-center text-bad">{overdue}</TextLink> : overdue}
      </p>
    </Figure>
  );
}

/** What a manager asks first. `base`: address of the project, null for viewers of aggregates: no way to records. */
export function HeadlineFigures({ headline, base, minimum }: Props) {
  const t = useTranslations('projects.overview');
  const format = useFormat();
  const { tested, meetings } = headline;
  const open = (measure: string) => behind(base, measure) ?? undefined;
  const part = (measure: string) => (chunks: ReactNode) => <Part to={behind(base, measure)}>{chunks}</Part>;
  const kinds = { inter: format.number(meetings.interInstitutional), regional: format.number(meetings.regional), i: part('meetings.interInstitutional'), r: part('meetings.regional') };
  return (
    <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      <PeopleCard people={headline.people} threshold={headline.threshold} base={base} minimum={minimum} />
      <EquipmentCard equipment={headline.equipment} base={base} />
      <Figure label={t('gained')} value={format.percent(tested.gained.value === null ? null : tested.gained.value / 100)} sub={t('tested', { part: format.number(tested.gained.numerator), tested: format.number(tested.tested), present: format.number(tested.present) })} href={open('scores.gained20.share')} />
      <Figure label={t('meetings')} value={format.number(meetings.held)} sub={t.rich('kinds', kinds)} href={open('meetings.held')} />
      <ActionPointsCard points={headline.actionPoints} base={base} />
    </div>
  );
}
