import 'server-only';
import type { Box, Sheet, Text } from './sheet';
import { colors, sizes } from './style';
import { lines } from './text';

export type Column = { head: Text; /** part of the width; all together make 1 */ share: number; align?: 'left' | 'right' | 'center' };
/** What stands in a cell; `soft` is set beneath, `draw` adds to the box by hand, without tags of its own. */
export type Cell = string | { text: string; soft?: string; strong?: boolean; draw?: (sheet: Sheet, box: Box) => void };
export type Table = {
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
  /** least height of a row in points: room to sign takes 26 */
  rowHeight?: number;
  size?: number;
  /** every second row shaded */
  striped?: boolean;
  /** lines between the columns, for rows that are filled in by hand */
  ruled?: boolean;
};

const padding = { x: 4, y: 4 };
const parts = (cell: Cell) => (typeof cell === 'string' ? { text: cell } : cell);

/** A table whose rows never split over a page; the head comes again on every page. */
export function table(sheet: Sheet, plan: Table): void {
  const widths = plan.columns.map((column) => column.share * sheet.box.width);
  const size = plan.size ?? sizes.body - 1;
  const head = headHeight(sheet, plan.columns, widths);
  sheet.group('Table', () => {
    sheet.ensure(head + (plan.rowHeight ?? 20));
    sheet.group('TR', () => drawHead(sheet, plan.columns, widths, head, 'TH'));
    plan.rows.forEach((row, index) => {
      const height = rowHeight(sheet, plan, row, widths, size);
      if (sheet.ensure(height)) sheet.artifact(() => drawHead(sheet, plan.columns, widths, head, null));
      sheet.group('TR', () => drawRow(sheet, { plan, row, widths, size, height, shaded: plan.striped === true && index % 2 === 1 }));
    });
  });
  sheet.y += 8;
}

const inner = (width: number) => width - 2 * padding.x;

function headHeight(sheet: Sheet, columns: readonly Column[], widths: number[]): number {
  const heights = columns.map((column, index) =>
    lines(column.head).reduce((sum, text, language) => sum + headFont(sheet, language).doc.heightOfString(text, { width: inner(widths[index] ?? 0) }), 0),
  );
  return Math.max(...heights) + 2 * padding.y;
}

const headFont = (sheet: Sheet, language: number) => (language === 0 ? sheet.font('bold', sizes.small) : sheet.font('plain', sizes.tiny, colors.soft));

function drawHead(sheet: Sheet, columns: readonly Column[], widths: number[], height: number, tag: 'TH' | null): void {
  const top = sheet.y;
  const shade = () => sheet.doc.rect(sheet.box.left, top, sheet.box.width, height).fill(colors.sunken);
  if (tag) sheet.artifact(shade);
  else shade();
  let left = sheet.box.left;
  for (const [index, column] of columns.entries()) {
    const width = widths[index] ?? 0;
    const draw = () => stack(sheet, lines(column.head), { left: left + padding.x, top: top + padding.y, width: inner(width) }, column.align);
    if (tag) sheet.tag(tag, draw, { scope: 'Column' });
    else draw();
    left += width;
  }
  const rule = () => sheet.doc.moveTo(sheet.box.left, top + height).lineTo(sheet.box.right, top + height).lineWidth(0.9).strokeColor(colors.edge).stroke();
  if (tag) sheet.artifact(rule);
  else rule();
  sheet.y = top + height;
}

function stack(sheet: Sheet, texts: string[], at: Omit<Box, 'height'>, align?: Column['align']): void {
  let top = at.top;
  for (const [language, text] of texts.entries()) {
    headFont(sheet, language).put(text, at.left, top, { width: at.width, align });
    top += headFont(sheet, language).doc.heightOfString(text, { width: at.width });
  }
}

function rowHeight(sheet: Sheet, plan: Table, row: readonly Cell[], widths: number[], size: number): number {
  const heights = row.map((cell, index) => {
    const { text, soft, strong } = { soft: undefined, strong: false, ...parts(cell) };
    const width = inner(widths[index] ?? 0);
    const main = text ? sheet.font(strong ? 'bold' : 'plain', size).doc.heightOfString(text, { width }) : 0;
    return main + (soft ? sheet.font('plain', sizes.tiny).doc.heightOfString(soft, { width }) : 0) + 2 * padding.y;
  });
  return Math.max(plan.rowHeight ?? 18, ...heights);
}

type RowPlan = { plan: Table; row: readonly Cell[]; widths: number[]; size: number; height: number; shaded: boolean };

function drawRow(sheet: Sheet, { plan, row, widths, size, height, shaded }: RowPlan): void {
  const { doc } = sheet;
  const top = sheet.y;
  const { left: start, right, width } = sheet.box;
  sheet.artifact(() => {
    if (shaded) doc.rect(start, top, width, height).fill('#f7f8fa');
    doc.moveTo(start, top + height).lineTo(right, top + height);
    if (plan.ruled) for (const x of [start, ...edges(start, widths)]) doc.moveTo(x, top).lineTo(x, top + height);
    doc.lineWidth(0.5).strokeColor(colors.line).stroke();
  });
  let left = start;
  for (const [index, column] of plan.columns.entries()) {
    const cell = { soft: undefined, strong: false, draw: undefined, ...parts(row[index] ?? '') };
    const box = { left, top, width: widths[index] ?? 0, height };
    sheet.tag('TD', () => drawCell(sheet, cell, box, size, column.align));
    left += box.width;
  }
  sheet.y = top + height;
}

const edges = (start: number, widths: number[]) => widths.map((_, index) => start + widths.slice(0, index + 1).reduce((sum, width) => sum + width, 0));

function drawCell(sheet: Sheet, cell: Exclude<Cell, string>, box: Box, size: number, align?: Column['align']): void {
  const width = inner(box.width);
  const font = () => sheet.font(cell.strong ? 'bold' : 'plain', size);
  const main = cell.text ? font().doc.heightOfString(cell.text, { width }) : 0;
  const soft = cell.soft ? sheet.font('plain', sizes.tiny).doc.heightOfString(cell.soft, { width }) : 0;
  const top = box.top + Math.max(padding.y, (box.height - main - soft) / 2);
  if (cell.text) font().put(cell.text, box.left + padding.x, top, { width, align });
  if (cell.soft) sheet.font('plain', sizes.tiny, colors.soft).put(cell.soft, box.left + padding.x, top + main, { width, align });
  cell.draw?.(sheet, box);
}
