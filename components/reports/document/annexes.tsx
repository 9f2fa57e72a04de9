import { Table } from '@/components/ui/table';
import type { BreakdownRow, ReportValue } from '@/lib/reports/rules/content';
import { remainder } from '@/lib/reports/rules/remainder';
import { Hidden, Note, SpanTable, Subhead, Value } from './parts';
import { type Doc, keyed } from './words';

const label = ({ content }: Doc, key: string) => content.rules.measures.find((measure) => measure.key === key)?.label ?? key;
const sum = (a: ReportValue, b: ReportValue): ReportValue => ({ value: a.value === null ? null : a.value + (b.value ?? 0), numerator: null, denominator: null });

/** Annex: people trained, unique beside participations, by sex and by institution. */
export function PeopleAnnex({ doc }: { doc: Doc }) {
  const { t, words, content } = doc;
  const [unique, named, unnamed] = [content.headline['people.uniqueTrained'], content.headline['people.participations'], content.headline['people.unnamed']];
  const all = { period: sum(named.period, unnamed.period), cumulative: sum(named.cumulative, unnamed.cumulative) };
  const rows = (['people.uniqueTrained', 'people.participations', 'people.unnamed', 'trainings.delivered'] as const).map((key) => ({ key, label: label(doc, key), unit: '', ...content.headline[key] }));
  return (
    <>
      <SpanTable doc={doc} caption={t('doc.headlineCaption')} rows={rows} />
      {Boolean(unnamed.cumulative.value) && <Note>{t('doc.cumulative')}: {t('doc.participations', { n: all.cumulative.value ?? 0 })} ({t('doc.named', { named: named.cumulative.value ?? 0, unnamed: unnamed.cumulative.value ?? 0 })})</Note>}
      <Subhead>{t('doc.sexCaption')}</Subhead>
      <Breakdown doc={doc} caption={t('doc.sexCaption')} head={t('doc.sex')} rows={content.bySex} name={(sex) => words(`sexes.${sex}`)} total={unique} />
      <Subhead>{t('doc.institutionCaption')}</Subhead>
      <Breakdown doc={doc} caption={t('doc.institutionCaption')} head={t('doc.institution')} rows={content.byInstitution} name={(name) => name || t('doc.noInstitution')} total={unique} />
      <Note>{t('doc.suppression', { max: content.rules.suppressionMinimum - 1 })}</Note>
    </>
  );
}

type BreakdownProps<K extends string> = { doc: Doc; caption: string; head: string; rows: BreakdownRow<K>[]; name: (key: K) => string; total: { period: ReportValue; cumulative: ReportValue } };

function Breakdown<K extends string>({ doc, caption, head, rows, name, total }: BreakdownProps<K>) {
  const { t } = doc;
  return (
    <Table caption={caption} className="report-table report-two">
      <thead>
        <tr><th scope="col">{head}</th><th scope="col" className="num">{t('doc.thisPeriod')}</th><th scope="col" className="num">{t('doc.cumulative')}</th></tr>
      </thead>
      <tbody>
        {keyed(rows).map(({ key, row }) => (
          <tr key={key}>
            <th scope="row" className="font-normal">{name(row.key)}</th>
            <td className="num"><Hidden doc={doc} value={row.period} /></td>
            <td className="num"><Hidden doc={doc} value={row.cumulative} /></td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr><th scope="row">{t('doc.allPeople')}</th><td className="num"><Value doc={doc} value={total.period} unit="" /></td><td className="num"><Value doc={doc} value={total.cumulative} unit="" /></td></tr>
      </tfoot>
    </Table>
  );
}

/** Annex: equipment handed over, its value in each currency and in USD, and how much of it is in use. */
export function EquipmentAnnex({ doc }: { doc: Doc }) {
  const { t, f, content } = doc;
  const usd = content.headline['equipment.valueHandedOver'];
  const rows = [
    { key: 'items', label: label(doc, 'equipment.handedOver'), unit: '', ...content.headline['equipment.handedOver'] },
    { key: 'use', label: label(doc, 'equipment.inUse.share'), unit: '%', ...content.headline['equipment.inUse.share'] },
  ];
  return (
    <>
      <SpanTable doc={doc} caption={t('doc.equipmentCaption')} rows={rows} />
      <Register doc={doc} />
      <Subhead>{t('doc.valueCaption')}</Subhead>
      <Table caption={t('doc.valueCaption')} className="report-table report-two">
        <thead>
          <tr><th scope="col">{t('doc.currency')}</th><th scope="col" className="num">{t('doc.thisPeriod')}</th><th scope="col" className="num">{t('doc.cumulative')}</th></tr>
        </thead>
        <tbody>
          {content.equipmentValues.map((row) => (
            <tr key={row.currency}>
              <th scope="row" className="font-normal">{row.currency}</th>
              <td className="num">{f.money(row.period, row.currency)}</td>
              <td className="num">{f.money(row.cumulative, row.currency)}{row.items !== undefined && <span className="block text-xs font-normal">{t('doc.ofItems', { n: row.items, unrated: row.unrated ?? 0 })}</span>}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr><th scope="row">{t('doc.allUsd')}</th><td className="num"><Value doc={doc} value={usd.period} unit="USD" /></td><td className="num"><Value doc={doc} value={usd.cumulative} unit="USD" /></td></tr>
        </tfoot>
      </Table>
      {content.unvaluedItems > 0 && <Note>{t('doc.unvalued', { n: content.unvaluedItems })}</Note>}
    </>
  );
}

// Categories only: what exactly stands where is operational detail (DOMAIN §5).
function Register({ doc }: { doc: Doc }) {
  const { t, f, words, content } = doc;
  if (!content.equipmentItems?.length) return null;
  const [items, usd] = [content.headline['equipment.handedOver'], content.headline['equipment.valueHandedOver']];
  // The lines say what the records hold, the total what was reported: between a period's closing and its restatement the two may differ.
  const rest = remainder(content.equipmentItems, { period: items.period.value ?? 0, cumulative: items.cumulative.value ?? 0, valueUsd: usd.cumulative.value ?? 0 });
  return (
    <>
      <Subhead>{t('doc.categoryCaption')}</Subhead>
      <Table caption={t('doc.categoryCaption')} className="report-table report-two">
        <thead>
          <tr><th scope="col">{t('doc.category')}</th><th scope="col" className="num">{t('doc.thisPeriod')}</th><th scope="col" className="num">{t('doc.cumulative')}</th><th scope="col" className="num">{t('doc.valueUsd')}</th></tr>
        </thead>
        <tbody>
          {content.equipmentItems.map((row) => (
            <tr key={row.category}>
              <th scope="row" className="font-normal">{words(`equipmentCategories.${row.category}`)}</th>
              <td className="num">{f.number(row.period)}</td>
              <td className="num">{f.number(row.cumulative)}</td>
              <td className="num">{row.unvalued && row.unvalued >= row.cumulative ? t('doc.noValue') : f.money(row.valueUsd, 'USD')}{row.unvalued && row.unvalued < row.cumulative ? ` (${t('doc.someWithoutValue', { n: row.unvalued })})` : ''}</td>
            </tr>
          ))}
          {rest && <tr><th scope="row" className="font-normal">{t('doc.changedSince')}</th><td className="num">{f.number(rest.period)}</td><td className="num">{f.number(rest.cumulative)}</td><td className="num">{f.money(rest.valueUsd, 'USD')}</td></tr>}
        </tbody>
        <tfoot>
          <tr><th scope="row">{t('doc.allItems')}</th><td className="num"><Value doc={doc} value={items.period} unit="" /></td><td className="num"><Value doc={doc} value={items.cumulative} unit="" /></td><td className="num"><Value doc={doc} value={usd.cumulative} unit="USD" /></td></tr>
        </tfoot>
      </Table>
    </>
  );
}

/** Annex: meetings by kind and action points on time. */
export function CooperationAnnex({ doc }: { doc: Doc }) {
  const keys = ['meetings.held', 'meetings.interInstitutional', 'meetings.regional', 'actionPoints.onTime.share'] as const;
  const rows = keys.map((key) => ({ key, label: label(doc, key), unit: key === 'actionPoints.onTime.share' ? '%' : '', ...doc.content.headline[key] }));
  return <SpanTable doc={doc} caption={doc.t('doc.cooperationCaption')} rows={rows} />;
}
