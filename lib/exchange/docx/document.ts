import 'server-only';
import { AlignmentType, BorderStyle, Document as Docx, Footer, Header, HeadingLevel, Packer, PageNumber, Paragraph, ShadingType, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { localeTags } from '@/lib/i18n/languages';
import { disposition } from '@/lib/storage/names';
import type { Block, Document, Text } from '../document';

const soft = '555D6A';
const width = 9638; // twentieths of a point between the margins of an A4 page
const texts = (text: Text): string[] => [...new Set((typeof text === 'string' ? [text] : text).filter(Boolean))];
const oneLine = (text: Text): string => texts(text).join(' / ');
// What somebody wrote in several lines stays in several lines.
const runs = (text: string, options: { color?: string; size?: number; bold?: boolean } = {}) => text.split('\n').map((line, index) => new TextRun({ text: line, break: index > 0 ? 1 : 0, ...options }));

/** A document as the bytes of a Word file: headings and tables as Word knows them, so that it can be worked on. */
export async function documentDocx(document: Document): Promise<Uint8Array> {
  const { words, head, reference, foot, notice, blocks } = document;
  const [title = '', ...others] = texts(document.title);
  const children = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: runs(title) }),
    ...others.map((other) => new Paragraph({ spacing: { after: 160 }, children: runs(other, { color: soft }) })),
    ...blocks.flatMap(drawn),
  ];
  const header = new Header({ children: [...(notice ? [new Paragraph({ alignment: AlignmentType.CENTER, children: runs(notice, { bold: true, size: 15 }) })] : []), new Paragraph({ children: runs(`${head} · ${reference}`, { size: 16, color: soft }) })] });
  const footer = new Footer({ children: [new Paragraph({ children: [...runs(`${foot} · `, { size: 15, color: soft }), new TextRun({ size: 15, color: soft, children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })] })] });
  const language = { value: localeTags[words.languages[0] ?? 'en'] };
  const file = new Docx({
    creator: 'Capacity Tracker',
    title: `${title} ${reference}`,
    styles: { default: { document: { run: { font: 'Calibri', size: 21, language } }, title: { run: { size: 34, bold: true }, paragraph: { spacing: { after: 60 } } }, heading1: { run: { size: 25, bold: true }, paragraph: { spacing: { before: 240, after: 80 } } }, heading2: { run: { size: 22, bold: true }, paragraph: { spacing: { before: 160, after: 60 } } } } },
    sections: [{ properties: { page: { size: { width: 11906, height: 16838 }, margin: { left: 1134, right: 1134, top: 1300, bottom: 1134 } } }, headers: { default: header }, footers: { default: footer }, children }],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function drawn(block: Block): (Paragraph | Table)[] {
  if ('heading' in block) return [new Paragraph({ heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_1, keepNext: true, children: runs(oneLine(block.heading)) })];
  if ('paragraph' in block) return texts(block.paragraph).map((text, index) => new Paragraph({ spacing: { after: 100 }, children: runs(text, block.soft || index > 0 ? { color: soft } : {}) }));
  if ('facts' in block) return block.facts.filter(({ value }) => value !== '').map(({ label, value }) => new Paragraph({ spacing: { after: 40 }, children: [new TextRun({ text: `${oneLine(label)}: `, color: soft }), ...runs(value)] }));
  if ('list' in block) return block.list.map((text) => new Paragraph({ bullet: { level: 0 }, children: runs(text) }));
  return [drawnTable(block.table), new Paragraph({ children: [] })];
}

function drawnTable({ columns, rows }: Extract<Block, { table: unknown }>['table']): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: 'C9CED6' };
  const cell = (index: number, children: Paragraph[], head = false) =>
    new TableCell({ width: { size: Math.round((columns[index]?.share ?? 0) * width), type: WidthType.DXA }, margins: { top: 50, bottom: 50, left: 90, right: 90 }, borders: { top: line, bottom: line, left: line, right: line }, ...(head && { shading: { type: ShadingType.CLEAR, fill: 'EFF1F4' } }), children });
  const alignment = (index: number) => (columns[index]?.align === 'right' ? AlignmentType.RIGHT : columns[index]?.align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT);
  const heads = new TableRow({ tableHeader: true, children: columns.map((column, index) => cell(index, [new Paragraph({ alignment: alignment(index), children: runs(oneLine(column.head), { bold: true, size: 18 }) })], true)) });
  const body = rows.map((row) => new TableRow({ cantSplit: true, children: row.map((given, index) => {
    const { text, soft: below } = typeof given === 'string' ? { text: given, soft: undefined } : given;
    return cell(index, [new Paragraph({ alignment: alignment(index), children: runs(text) }), ...(below ? [new Paragraph({ children: runs(below, { color: soft, size: 17 }) })] : [])]);
  }) }));
  return new Table({ width: { size: width, type: WidthType.DXA }, columnWidths: columns.map(({ share }) => Math.round(share * width)), rows: [heads, ...body] });
}

/** A Word file as the answer of a route: saved, never shown in the page. */
export const docxResponse = (bytes: Uint8Array, name: string): Response =>
  new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'content-disposition': disposition('attachment', `${name}.docx`), 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' } });
