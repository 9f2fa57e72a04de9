import { signatures as signatureLines } from '@/lib/exchange/pdf/marks';
import { pdfBytes } from '@/lib/exchange/pdf/response';
import { type Box, type Sheet, writePdf } from '@/lib/exchange/pdf/sheet';
import { table } from '@/lib/exchange/pdf/table';
import { heading, paragraph, title } from '@/lib/exchange/pdf/text';
import type { Random } from '../random';

const notice = 'ILLUSTRATIVE – made for the demonstration; people and events are fictional';

/** `widths` are shares of the page; a column named in `signed` gets a scribble in each row. */
export type TableBlock = { head: string[]; rows: string[][]; widths: number[]; signed?: number };
export type Block = { heading: string } | { text: string } | { table: TableBlock } | { signatures: string[] };
export type PdfPlan = { title: string; lines: string[]; blocks: Block[]; moment: Date; random: Random };

/** A paper as it comes back signed, drawn with the app's own kit; the same bytes on every run. */
export function makePdf(plan: PdfPlan): Promise<Uint8Array> {
  const [head = '', ...facts] = plan.lines;
  const frame = { head, foot: plan.title, pageOf: (page: number, pages: number) => `${page} / ${pages}`, notice };
  return pdfBytes(
    writePdf({ title: plan.title, languages: ['cnr', 'en'], moment: plan.moment, frame }, (sheet) => {
      title(sheet, plan.title);
      if (facts.length > 0) paragraph(sheet, facts.join('\n'));
      for (const block of plan.blocks) draw(sheet, block, plan.random);
    }),
  );
}

function draw(sheet: Sheet, block: Block, random: Random): void {
  if ('heading' in block) heading(sheet, block.heading);
  else if ('text' in block) paragraph(sheet, block.text);
  else if ('table' in block) drawTable(sheet, block.table, random);
  else signatureLines(sheet, block.signatures.map((label) => ({ label, draw: (on: Sheet, box: Box) => scribble(on, box, random) })));
}

function drawTable(sheet: Sheet, { head, rows, widths, signed }: TableBlock, random: Random): void {
  const columns = head.map((text, index) => ({ head: text, share: widths[index] ?? 0 }));
  const cell = (text: string, index: number) => (index === signed && text === '' ? { text, draw: (on: Sheet, box: Box) => scribble(on, box, random) } : text);
  table(sheet, { columns, rows: rows.map((row) => row.map(cell)) });
}

function scribble(sheet: Sheet, box: Box, random: Random): void {
  const points = random.int(4, 6);
  const at = (index: number) => box.left + 6 + (Math.min(box.width - 12, 90) * index) / points;
  sheet.doc.moveTo(at(0), box.top + 11);
  for (let index = 1; index <= points; index += 1) sheet.doc.quadraticCurveTo(at(index - 0.5), box.top + random.int(1, 17), at(index), box.top + random.int(6, 15));
  sheet.doc.lineWidth(0.8).strokeColor('#1f3a8a').stroke();
}
