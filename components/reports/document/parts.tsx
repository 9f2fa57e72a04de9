import type { ReactNode } from 'react';
import { Table } from '@/components/ui/table';
import type { ReportValue, Span } from '@/lib/reports/rules/content';
import { type Doc, keyed, partsText, valueText } from './words';

/** A numbered part of the document with its anchor. */
export function Part({ id, mark, title, children, fresh }: { id: string; mark: string; title: string; children: ReactNode; fresh?: boolean }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className={`report-part mt-12 scroll-mt-20 ${fresh ? 'report-fresh' : ''}`}>
      <h2 id={`${id}-title`} className="mb-4 flex gap-3 border-t-2 border-accent pt-3 text-xl font-semibold tracking-tight">
        <span className="tabular text-accent">{mark}</span>
        {title}
      </h2>
      {children}
    </section>
  );
}

const isList = (lines: string[]) => lines.length > 0 && lines.every((line) => /^\s*[-•–*]\s+/.test(line));

/** Plain text as it was typed: an empty line begins a paragraph, lines with a dash make a list. */
export function Prose({ text }: { text: string }) {
  const blocks = text.split(/\n\s*\n/).map((block) => block.split('\n').filter((line) => line.trim() !== ''));
  return (
    <div className="max-w-[68ch] space-y-4 text-base/7 print:text-[10.5pt]/[1.5]">
      {keyed(blocks).map(({ key, row: lines }) =>
        isList(lines) ? (
          <ul key={key} className="list-disc space-y-1 pl-5">{keyed(lines).map((line) => <li key={line.key}>{line.row.replace(/^\s*[-•–*]\s+/, '')}</li>)}</ul>
        ) : (
          <p key={key} className="whitespace-pre-line">{lines.join('\n')}</p>
        ),
      )}
    </div>
  );
}

export const Note = ({ children }: { children: ReactNode }) => <p className="mt-2 max-w-[75ch] text-xs/5 text-soft">{children}</p>;
export const Subhead = ({ children }: { children: ReactNode }) => <h3 className="mt-8 mb-2 text-base font-semibold">{children}</h3>;

/** One value: its number and, for a share, what it is made of; or in words why there is none. */
export function Value({ doc, value, unit, withheld }: { doc: Doc; value: ReportValue; unit: string; withheld?: boolean }) {
  if (withheld) return <span className="text-soft">{doc.t('doc.hiddenShort')}</span>;
  const text = valueText(doc, value.value, unit);
  if (!text) return <span className="text-soft">{doc.t('doc.noData')}</span>;
  const parts = partsText(doc, value);
  return (
    <>
      {text}
      {parts && <span className="block text-xs font-normal text-soft">{parts}</span>}
    </>
  );
}

/** A number of people, or in words that it is hidden. */
export const Hidden = ({ doc, value }: { doc: Doc; value: number | null }) => (value === null ? <span className="text-soft" title={doc.t('doc.hidden')}>{doc.t('doc.hiddenShort')}</span> : doc.f.number(value));

export type SpanRow = Span & { key: string; label: ReactNode; unit: string };

/** Measures with this period and cumulative. */
export function SpanTable({ doc, caption, rows }: { doc: Doc; caption: string; rows: SpanRow[] }) {
  return (
    <Table caption={caption} className="report-table report-two">
      <thead>
        <tr>
          <th scope="col">{doc.t('doc.measure')}</th>
          <th scope="col" className="num">{doc.t('doc.thisPeriod')}</th>
          <th scope="col" className="num">{doc.t('doc.cumulative')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.label}</th>
            <td className="num"><Value doc={doc} value={row.period} unit={row.unit} /></td>
            <td className="num"><Value doc={doc} value={row.cumulative} unit={row.unit} /></td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
