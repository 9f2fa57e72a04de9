import 'server-only';
import { AlignmentType, Document, HeadingLevel, Packer, PageOrientation, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';

/** A matrix as a document: every text is written out already, in one language. */
export type MatrixDocument = {
  title: string;
  subtitle: string;
  /** head of the table of indicators; `numeric`: to the right */
  columns: readonly { label: string; numeric?: boolean; /** share of the width in percent */ width: number }[];
  assumptions: string;
  none: string;
  results: readonly { depth: number; heading: string; assumptions: string | null; indicators: readonly (readonly string[])[] }[];
};

const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;
const font = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Calibri', eastAsia: 'Calibri' };

/** The results matrix as a Word document: each result under its heading, its indicators in a table whose head repeats on every page. */
export async function matrixDocx(matrix: MatrixDocument, language: string): Promise<Uint8Array> {
  const children = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(matrix.title)] }),
    new Paragraph({ spacing: { after: 240 }, children: [new TextRun({ text: matrix.subtitle, color: '595959' })] }),
    ...matrix.results.flatMap((result) => part(result, matrix)),
  ];
  const document = new Document({
    title: matrix.title,
    styles: { default: { document: { run: { font, size: 20, language: { value: language } } } } },
    sections: [{ properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } }, children }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function part({ depth, heading, assumptions, indicators }: MatrixDocument['results'][number], matrix: MatrixDocument): (Paragraph | Table)[] {
  return [
    new Paragraph({ heading: headings[Math.min(depth, 2)], spacing: { before: 240, after: 80 }, keepNext: true, children: [new TextRun(heading)] }),
    ...(assumptions ? [new Paragraph({ spacing: { after: 80 }, children: [new TextRun({ text: `${matrix.assumptions}: `, bold: true }), new TextRun(assumptions)] })] : []),
    indicators.length > 0 ? tableOf(indicators, matrix) : new Paragraph({ children: [new TextRun({ text: matrix.none, color: '595959' })] }),
  ];
}

const tableOf = (rows: readonly (readonly string[])[], { columns }: MatrixDocument): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: columns.map((column) => cell(column.label, column, true)) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: columns.map((column, at) => cell(row[at] ?? '', column, false)) })),
    ],
  });

const cell = (text: string, { numeric, width }: MatrixDocument['columns'][number], head: boolean): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.PERCENTAGE },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    ...(head && { shading: { fill: 'E7ECF3' } }),
    children: text.split('\n').map((line) => new Paragraph({ alignment: numeric ? AlignmentType.RIGHT : AlignmentType.LEFT, children: [new TextRun({ text: line, bold: head })] })),
  });
