import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Random } from '../random';

const fontOf = (name: string) => createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);
const fonts = { plain: fontOf('DejaVuSans'), bold: fontOf('DejaVuSans-Bold') };
const margin = 50;
const width = 595 - 2 * margin;
const rowHeight = 20;
const notice = 'ILLUSTRATIVE – made for the demonstration; people and events are fictional';

/** `widths` are shares of the page; a column named in `signed` gets a scribble in each row. */
export type TableBlock = { head: string[]; rows: string[][]; widths: number[]; signed?: number };
export type Block = { heading: string } | { text: string } | { table: TableBlock } | { signatures: string[] };
export type PdfPlan = { title: string; lines: string[]; blocks: Block[]; moment: Date; random: Random };
type Doc = PDFKit.PDFDocument;

/** A small PDF with letters of every language (DejaVu is embedded), the same bytes on every run. */
export function makePdf(plan: PdfPlan): Promise<Uint8Array> {
  const doc = new PDFDocument({ size: 'A4', margin, info: { Title: plan.title, Author: 'Demo', CreationDate: plan.moment, ModDate: plan.moment } });
  const chunks: Buffer[] = [];
  const done = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
  });
  doc.registerFont('plain', fonts.plain);
  doc.registerFont('bold', fonts.bold);
  doc.on('pageAdded', () => mark(doc));
  mark(doc);
  doc.font('bold').fontSize(15).text(plan.title).moveDown(0.4);
  doc.font('plain').fontSize(9.5);
  for (const line of plan.lines) doc.text(line);
  doc.moveDown();
  for (const block of plan.blocks) draw(doc, block, plan.random);
  doc.end();
  return done;
}

// The notice stands on every page, outside the flow of the text.
function mark(doc: Doc): void {
  const { x, y } = doc;
  doc.save().font('bold').fontSize(8).fillColor('#a04000').text(notice, margin, 24, { lineBreak: false }).restore();
  doc.font('plain').fontSize(9.5).fillColor('#000000');
  doc.x = x;
  doc.y = Math.max(y, margin);
}

function draw(doc: Doc, block: Block, random: Random): void {
  if ('heading' in block) doc.font('bold').fontSize(11).text(block.heading, margin).font('plain').fontSize(9.5).moveDown(0.3);
  else if ('text' in block) doc.font('plain').fontSize(9.5).text(block.text, margin, doc.y, { width }).moveDown();
  else if ('table' in block) drawTable(doc, block.table, random);
  else drawSignatures(doc, block.signatures, random);
}

function drawTable(doc: Doc, table: TableBlock, random: Random): void {
  drawRow(doc, table, table.head, { bold: true });
  for (const row of table.rows) {
    if (doc.y + rowHeight > 842 - margin) {
      doc.addPage();
      drawRow(doc, table, table.head, { bold: true });
    }
    drawRow(doc, table, row, { random });
  }
  doc.x = margin;
  doc.moveDown();
}

function drawRow(doc: Doc, table: TableBlock, cells: string[], { bold = false, random }: { bold?: boolean; random?: Random }): void {
  const top = doc.y;
  let left = margin;
  for (const [column, share] of table.widths.entries()) {
    const cell = width * share;
    doc.rect(left, top, cell, rowHeight).lineWidth(0.5).strokeColor('#888888').stroke();
    doc.font(bold ? 'bold' : 'plain').fontSize(8).text(cells[column] ?? '', left + 3, top + 6, { width: cell - 6, height: rowHeight - 6, ellipsis: true, lineBreak: false });
    if (random && column === table.signed && cells[column] === '') scribble(doc, { left: left + 6, top: top + 3, width: cell - 12 }, random);
    left += cell;
  }
  doc.y = top + rowHeight;
}

function drawSignatures(doc: Doc, names: string[], random: Random): void {
  const top = doc.y + 20;
  for (const [index, name] of names.entries()) {
    const left = margin + index * (width / names.length);
    scribble(doc, { left: left + 10, top: top - 4, width: 110 }, random);
    doc.moveTo(left, top + 16).lineTo(left + 160, top + 16).strokeColor('#000000').stroke();
    doc.fontSize(8).text(name, left, top + 20, { width: 200, lineBreak: false });
  }
  doc.x = margin;
  doc.y = top + 40;
}

function scribble(doc: Doc, box: { left: number; top: number; width: number }, random: Random): void {
  const points = random.int(4, 6);
  const at = (index: number) => box.left + (Math.min(box.width, 90) * index) / points;
  doc.moveTo(at(0), box.top + 8);
  for (let index = 1; index <= points; index += 1) doc.quadraticCurveTo(at(index - 0.5), box.top + random.int(-2, 14), at(index), box.top + random.int(3, 12));
  doc.lineWidth(0.8).strokeColor('#1f3a8a').stroke();
}
