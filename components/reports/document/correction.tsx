import { Table } from '@/components/ui/table';
import type { Difference } from '@/lib/reports/rules/differences';
import { type Doc, keyed } from './words';

const known = new Set(['text', 'comment', 'statement', 'period', 'cumulative', 'periodParts', 'cumulativeParts', 'baseline', 'baselineYear', 'target', 'expected', 'state', 'unit', 'method', 'withheld', 'count', 'list', 'outsidePeriods', 'files', 'activities', 'title', 'kind', 'language', 'periodName', 'from', 'to', 'attendanceThreshold', 'suppressionMinimum', 'measures']);
// A list as JSON says nothing to a reader; that it changed does.
const silent = new Set(['list', 'measures', 'withheld', 'text', 'comment']);

function keyText({ t, words, content }: Doc, { part, key }: Difference): string {
  if (part === 'narrative') return t(`sections.${key}`);
  if (part === 'headline') return content.rules.measures.find((measure) => measure.key === key)?.label ?? key;
  if (part === 'bySex') return words(`sexes.${key}`);
  if (part === 'evidence') return words(`evidenceKinds.${key}`);
  return key;
}

/** Where two versions differ, in words: "Indicator 1.1.a, cumulative". */
export const placeText = (doc: Doc, difference: Difference): string =>
  [[difference.part === 'narrative' ? '' : doc.t(`parts.${difference.part}`), keyText(doc, difference)].filter(Boolean).join(' '), doc.t(`fields.${known.has(difference.field) ? difference.field : 'other'}`)].join(', ');

function sideText({ f, words, t }: Doc, { field, before, after }: Difference, value: string | number | null): string {
  if (silent.has(field) || (before === null && after === null)) return t('doc.changed');
  if (typeof value === 'number') return f.number(value);
  return value === null ? '–' : field === 'state' ? words(`indicatorStates.${value}`) : value;
}

/** Why this version replaces an earlier one, and everything that differs (DOMAIN §6). */
export function Correction({ doc }: { doc: Doc }) {
  const { t } = doc;
  const { correction } = doc.content;
  if (!correction) return null;
  return (
    <section aria-labelledby="correction-title" className="report-part mt-10 rounded-lg border border-warn p-5 print:rounded-none">
      <h2 id="correction-title" className="text-lg font-semibold">{t('doc.correctionTitle')}</h2>
      <p className="mt-1">{t('doc.correctionReplaces', { number: correction.replaces })}</p>
      {correction.reason && <p className="mt-2 whitespace-pre-line"><span className="text-soft">{t('doc.correctionReason')}: </span>{correction.reason}</p>}
      <div className="mt-4">
        <Table caption={t('doc.differencesCaption', { number: correction.replaces })} className="report-table">
          <thead>
            <tr><th scope="col">{t('doc.where')}</th><th scope="col" className="num">{t('doc.before')}</th><th scope="col" className="num">{t('doc.after')}</th></tr>
          </thead>
          <tbody>
            {keyed(correction.differences).map(({ key, row: difference }) => (
              <tr key={key}>
                <th scope="row" className="font-normal">{placeText(doc, difference)}</th>
                <td className="num">{silent.has(difference.field) ? '' : sideText(doc, difference, difference.before)}</td>
                <td className="num">{sideText(doc, difference, difference.after)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </section>
  );
}
