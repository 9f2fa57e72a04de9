import 'server-only';
import type { Readable } from 'node:stream';
import type { Language } from '@/lib/shared/vocabulary';
import type { Block, Document } from '../document';
import { type Sheet, writePdf } from './sheet';
import { sizes } from './style';
import { table } from './table';
import { facts, heading, lines, paragraph, title } from './text';

/** A document as PDF. */
export function documentPdf(document: Document): Readable {
  const { words, head, reference, foot, notice, moment } = document;
  const frame = { head, reference, foot, notice, pageOf: (page: number, pages: number) => words.one('paper.pageOf', { page, pages }) };
  return writePdf({ title: `${lines(document.title)[0] ?? ''} ${reference}`, languages: words.languages as readonly [Language], moment, frame }, async (sheet) => {
    title(sheet, document.title);
    for (const block of document.blocks) {
      draw(sheet, block);
      await sheet.breathe();
    }
  });
}

function draw(sheet: Sheet, block: Block): void {
  if ('heading' in block) {
    if (block.level === 2) subheading(sheet, lines(block.heading).join(' / '));
    else heading(sheet, block.heading);
  } else if ('paragraph' in block) paragraph(sheet, block.paragraph, { soft: block.soft });
  else if ('facts' in block) facts(sheet, block.facts);
  else if ('list' in block) for (const item of block.list) paragraph(sheet, `•  ${item}`);
  else table(sheet, { columns: block.table.columns, rows: block.table.rows, striped: true });
}

function subheading(sheet: Sheet, text: string): void {
  sheet.ensure(50);
  const { left, width } = sheet.box;
  sheet.tag('H2', () => sheet.font('bold', sizes.body).doc.text(text, left, sheet.y, { width }));
  sheet.y += 2;
}
