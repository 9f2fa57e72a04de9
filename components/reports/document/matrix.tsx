import { Fragment } from 'react';
import { Badge, type Tone } from '@/components/ui/badge';
import type { IconName } from '@/components/ui/icon';
import { Table } from '@/components/ui/table';
import type { MatrixRow } from '@/lib/reports/rules/content';
import type { IndicatorState } from '@/lib/shared/vocabulary';
import { Note, Value } from './parts';
import { type Doc, valueText } from './words';

const looks: Record<IndicatorState, [Tone, IconName]> = { achieved: ['good', 'success'], on_track: ['good', 'check'], at_risk: ['warn', 'warning'], off_track: ['bad', 'error'], no_data: ['neutral', 'minus'], no_target: ['neutral', 'minus'] };

/** The state in the document's language. */
export function State({ doc, state }: { doc: Doc; state: IndicatorState }) {
  const [tone, icon] = looks[state];
  return <Badge tone={tone} icon={icon}>{doc.words(`indicatorStates.${state}`)}</Badge>;
}

/** The results matrix with what was planned and what is; one row an indicator, grouped by result. */
export function Matrix({ doc }: { doc: Doc }) {
  const { t, f, content } = doc;
  return (
    <>
      <MatrixTable doc={doc} caption={t('doc.matrixCaption')} rows={content.matrix} grouped />
      <Note>{t('doc.matrixNote', { date: f.date(content.cover.period.to) })}</Note>
    </>
  );
}

export function MatrixTable({ doc, caption, rows, grouped }: { doc: Doc; caption: string; rows: MatrixRow[]; grouped?: boolean }) {
  const { t, content } = doc;
  const results = grouped ? content.results.filter((result) => rows.some((row) => row.resultId === result.id)) : [null];
  return (
    <Table caption={caption} className="report-table report-matrix">
      <thead>
        <tr>
          <th scope="col">{t('doc.indicator')}</th>
          <th scope="col" className="num">{t('doc.baseline')}</th>
          <th scope="col" className="num">{t('doc.target')}</th>
          <th scope="col" className="num">{t('doc.thisPeriod')}</th>
          <th scope="col" className="num">{t('doc.cumulative')}</th>
          <th scope="col">{t('doc.state')}</th>
        </tr>
      </thead>
      {results.map((result) => (
        <tbody key={result?.id ?? 'all'}>
          {result && (
            <tr>
              <th scope="rowgroup" colSpan={6} className="bg-sunken"><span className="tabular mr-2 text-accent">{result.code}</span>{result.statement}</th>
            </tr>
          )}
          {rows.filter((row) => !result || row.resultId === result.id).map((row) => (
            <Fragment key={row.id}><Row doc={doc} row={row} comment={Boolean(grouped)} /></Fragment>
          ))}
        </tbody>
      ))}
    </Table>
  );
}

function Row({ doc, row, comment }: { doc: Doc; row: MatrixRow; comment: boolean }) {
  const { t } = doc;
  return (
    <tr>
      <th scope="row" className="font-normal">
        <span className="tabular mr-2 font-medium">{row.code}</span>
        {row.statement} {!['%', 'yes/no'].includes(row.unit) && <span className="text-soft">({row.unit})</span>}
        {comment && row.comment && <span className="mt-1 block border-l-2 border-accent pl-2 text-xs/5 whitespace-pre-line">{row.comment}</span>}
      </th>
      <td className="num">
        {valueText(doc, row.baseline, row.unit) || <span className="text-soft">{t('doc.unknown')}</span>}
        {row.baselineYear && <span className="block text-xs text-soft">{row.baselineYear}</span>}
      </td>
      <td className="num">{valueText(doc, row.target, row.unit) || <span className="text-soft">{t('doc.noTarget')}</span>}</td>
      <td className="num"><Value doc={doc} value={row.period} unit={row.unit} withheld={row.withheld.period} /></td>
      <td className="num font-semibold"><Value doc={doc} value={row.cumulative} unit={row.unit} withheld={row.withheld.cumulative} /></td>
      <td><State doc={doc} state={row.state} /></td>
    </tr>
  );
}
