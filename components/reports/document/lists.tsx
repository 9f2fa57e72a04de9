import { Table } from '@/components/ui/table';
import type { ReportActivity } from '@/lib/reports/rules/content';
import { Hidden, Note, Value } from './parts';
import { type Doc, keyed } from './words';

const typeText = ({ words }: Doc, { kind, type }: ReportActivity) => (type && kind !== 'equipment' ? words(`${kind}Types.${type}`) : '');

/** Annex: what was counted in this period, without names, venues or operational detail. */
export function ActivitiesAnnex({ doc }: { doc: Doc }) {
  const { t, f, words, content } = doc;
  if (content.activities.length === 0) return <p className="text-soft">{t('doc.noActivities')}</p>;
  return (
    <>
      <Table caption={t('doc.activitiesCaption')} className="report-table">
        <thead>
          <tr>
            <th scope="col">{t('doc.month')}</th>
            <th scope="col">{t('doc.activity')}</th>
            <th scope="col">{t('doc.place')}</th>
            <th scope="col" className="num">{t('doc.institutions')}</th>
            <th scope="col" className="num">{t('doc.people')}</th>
            <th scope="col" className="num">{t('doc.itemsColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {keyed(content.activities).map(({ key, row: activity }) => (
            <tr key={key}>
              <td className="tabular whitespace-nowrap">{f.month(activity.month)}</td>
              <th scope="row" className="font-normal">
                {activity.title ?? words(`activityKinds.${activity.kind}`)}
                {(activity.title || typeText(doc, activity)) && <span className="block text-xs text-soft">{[activity.title && words(`activityKinds.${activity.kind}`), typeText(doc, activity)].filter(Boolean).join(' · ')}</span>}
              </th>
              <td>{activity.place ?? '–'}</td>
              <td className="num">{f.number(activity.institutions)}</td>
              <td className="num">{activity.participantsHidden ? <Hidden doc={doc} value={null} /> : f.number(activity.participants)}</td>
              <td className="num">{f.number(activity.items)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Note>{t('doc.activitiesNote')} {content.outsidePeriods > 0 && t('doc.outside', { n: content.outsidePeriods })}</Note>
    </>
  );
}

/** Annex: how much evidence stands behind the period, by kind; file names stay inside. */
export function EvidenceAnnex({ doc }: { doc: Doc }) {
  const { t, f, words, content } = doc;
  if (content.evidence.length === 0) return <p className="text-soft">{t('doc.noEvidence')}</p>;
  return (
    <>
      <Table caption={t('doc.evidenceCaption')} className="report-table">
        <thead>
          <tr><th scope="col">{t('doc.evidenceKind')}</th><th scope="col" className="num">{t('doc.files')}</th><th scope="col" className="num">{t('doc.evidenceActivities')}</th></tr>
        </thead>
        <tbody>
          {content.evidence.map((row) => (
            <tr key={row.kind}><th scope="row" className="font-normal">{words(`evidenceKinds.${row.kind}`)}</th><td className="num">{f.number(row.files)}</td><td className="num">{f.number(row.activities)}</td></tr>
          ))}
        </tbody>
      </Table>
      <Note>{t('doc.evidenceNote')}</Note>
    </>
  );
}

/** Annex: figures reported earlier that the records now contradict, with both numbers. */
export function RestatementsAnnex({ doc }: { doc: Doc }) {
  const { t, content } = doc;
  if (content.restatements.length === 0) return <p className="text-soft">{t('doc.noRestatements')}</p>;
  return (
    <>
      <Table caption={t('doc.restatementsCaption')} className="report-table">
        <thead>
          <tr><th scope="col">{t('doc.figure')}</th><th scope="col">{t('doc.from')}</th><th scope="col" className="num">{t('doc.reported')}</th><th scope="col" className="num">{t('doc.corrected')}</th><th scope="col" className="num">{t('doc.difference')}</th></tr>
        </thead>
        <tbody>
          {keyed(content.restatements).map(({ key, row }) => (
            <tr key={key}>
              <th scope="row" className="font-normal">{row.code && <span className="tabular mr-2 font-medium">{row.code}</span>}{row.label}</th>
              <td>{row.fromPeriod}</td>
              <td className="num"><Value doc={doc} value={row.reported} unit={row.unit} /></td>
              <td className="num"><Value doc={doc} value={row.corrected} unit={row.unit} /></td>
              <td className="num font-medium">{doc.f.points((row.corrected.value ?? 0) - (row.reported.value ?? 0))}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Note>{t('doc.restatementsNote')}</Note>
    </>
  );
}

/** Annex: the counting rules in words, as they held when the report was issued. */
export function MethodAnnex({ doc }: { doc: Doc }) {
  const { t, f, content } = doc;
  return (
    <>
      <ul className="mb-5 max-w-[75ch] list-disc space-y-1 pl-5 text-sm/6">
        <li>{t('doc.onlyApproved')}</li>
        <li>{t('doc.threshold', { share: f.percent(content.rules.attendanceThreshold) })}</li>
        <li>{t('doc.once')}</li>
        <li>{t('doc.suppression', { max: content.rules.suppressionMinimum - 1 })}</li>
      </ul>
      <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-[16rem_1fr] print:grid-cols-[55mm_1fr]">
        {content.rules.measures.map((measure) => (
          <div key={measure.key} className="contents">
            <dt className="font-medium">{measure.label}</dt>
            <dd className="mb-2 text-soft sm:mb-0">{measure.rule}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
