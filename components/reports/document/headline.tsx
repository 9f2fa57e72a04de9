import type { ReactNode } from 'react';
import type { ReportValue } from '@/lib/reports/rules/content';
import { Hidden } from './parts';
import { type Doc, valueText } from './words';

/** The figures at the head of the report: unique people never without participations, shares never without their parts. */
export function Headline({ doc }: { doc: Doc }) {
  const { t, f, content } = doc;
  const { headline } = content;
  const people = (column: 'period' | 'cumulative') => {
    const [named, unnamed] = [headline['people.participations'][column].value, headline['people.unnamed'][column].value];
    if (named === null) return t('doc.noData');
    const total = t('doc.participations', { n: named + (unnamed ?? 0) });
    return unnamed ? `${total} (${t('doc.named', { named: f.number(named), unnamed: f.number(unnamed) })})` : total;
  };
  const sex = (key: string) => content.bySex.find((row) => row.key === key);
  const inUse = headline['equipment.inUse.share'].cumulative;
  const worth = (column: 'period' | 'cumulative') => {
    const [{ value, unvalued }, items] = [headline['equipment.valueHandedOver'][column], headline['equipment.handedOver'][column].value ?? 0];
    if (!unvalued) return valueText(doc, value, 'USD') || t('doc.noData');
    return [valueText(doc, value, 'USD'), t('doc.valueKnown', { n: f.number(items - unvalued), of: f.number(items) })].filter(Boolean).join(' · ');
  };
  const onTime = headline['actionPoints.onTime.share'];
  return (
    <div className="report-headline mt-6 grid gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-2 print:grid-cols-2">
      <Tile doc={doc} label={t('doc.peopleTrained')} unit={t('doc.unique')} span={headline['people.uniqueTrained']}>
        <p>{t('doc.thisPeriod')}: {people('period')}</p>
        <p>{t('doc.cumulative')}: {people('cumulative')}</p>
        <p>{t('doc.cumulative')}: {t('doc.women')} <Hidden doc={doc} value={sex('female') ? (sex('female')?.cumulative ?? null) : 0} /> · {t('doc.men')} <Hidden doc={doc} value={sex('male') ? (sex('male')?.cumulative ?? null) : 0} /></p>
      </Tile>
      <Tile doc={doc} label={t('doc.equipmentHeadline')} span={headline['equipment.handedOver']}>
        <p>{t('doc.thisPeriod')}: {worth('period')}</p>
        <p>{t('doc.cumulative')}: {worth('cumulative')}</p>
        <p>{inUse.value === null ? t('doc.notChecked') : t('doc.inUse', { share: f.percent(inUse.value / 100), part: f.number(inUse.numerator), whole: f.number(inUse.denominator) })}</p>
      </Tile>
      <Tile doc={doc} label={t('doc.meetingsHeadline')} span={headline['meetings.held']}>
        <p>{t('doc.thisPeriod')}: {t('doc.interInstitutional', { n: f.number(headline['meetings.interInstitutional'].period.value) })}</p>
        <p>{t('doc.cumulative')}: {t('doc.interInstitutional', { n: f.number(headline['meetings.interInstitutional'].cumulative.value) })}</p>
      </Tile>
      <Tile doc={doc} label={t('doc.actionPointsHeadline')} span={onTime} share>
        <p>{t('doc.thisPeriod')}: {due(doc, onTime.period)}</p>
        <p>{t('doc.cumulative')}: {due(doc, onTime.cumulative)}</p>
      </Tile>
    </div>
  );
}

const due = ({ t, f }: Doc, { numerator, denominator }: ReportValue) => (denominator ? t('doc.dueOf', { part: f.number(numerator), whole: f.number(denominator) }) : t('doc.noneDue'));

type TileProps = { doc: Doc; label: string; unit?: string; span: { period: ReportValue; cumulative: ReportValue }; share?: boolean; children: ReactNode };

function Tile({ doc, label, unit, span, share, children }: TileProps) {
  const text = (value: ReportValue) => valueText(doc, value.value, share ? '%' : '') || '–';
  return (
    <div className="tabular bg-surface p-4">
      <h3 className="text-sm font-medium">{label}{unit && <span className="font-normal text-soft"> · {unit}</span>}</h3>
      <dl className="mt-2 flex gap-8">
        <div><dd className="text-2xl/8 font-semibold tracking-tight">{text(span.period)}</dd><dt className="text-xs text-soft">{doc.t('doc.thisPeriod')}</dt></div>
        <div><dd className="text-2xl/8 font-semibold tracking-tight text-soft">{text(span.cumulative)}</dd><dt className="text-xs text-soft">{doc.t('doc.cumulative')}</dt></div>
      </dl>
      <div className="mt-2 text-xs/5 text-soft">{children}</div>
    </div>
  );
}
