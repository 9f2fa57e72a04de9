import 'server-only';
import QRCode from 'qrcode';
import type { Box, Sheet, Text } from './sheet';
import { colors, sizes } from './style';
import { lines } from './text';

/** The dark modules of a QR code as horizontal runs [column, row, length], and how many modules stand in a row. */
export function qrRuns(text: string): { size: number; runs: [number, number, number][] } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const dark = (column: number, row: number) => column < size && modules.get(row, column) === 1;
  const runs: [number, number, number][] = [];
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      if (!dark(column, row)) continue;
      const start = column;
      while (dark(column + 1, row)) column += 1;
      runs.push([start, row, column - start + 1]);
    }
  return { size, runs };
}

/** A QR code as vectors; `alt` says where it leads. The quiet zone of four modules lies inside `side`. */
export function qr(sheet: Sheet, text: string, at: { left: number; top: number; side: number }, alt: string): void {
  const { size, runs } = qrRuns(text);
  const module = at.side / (size + 8);
  sheet.tag(
    'Figure',
    () => {
      for (const [column, row, length] of runs) sheet.doc.rect(at.left + (column + 4) * module, at.top + (row + 4) * module, length * module, module);
      sheet.doc.fill(colors.ink);
    },
    { alt },
  );
}

export type Signature = { label: Text; /** printed under the line */ name?: string; draw?: (sheet: Sheet, box: Box) => void };

/** Lines to sign on, side by side, kept together on one page. */
export function signatures(sheet: Sheet, plan: readonly Signature[]): void {
  const [gap, room] = [28, 46];
  sheet.ensure(room + 40);
  const width = (sheet.box.width - gap * (plan.length - 1)) / plan.length;
  const top = sheet.y + room;
  for (const [index, { label, name, draw }] of plan.entries()) {
    const left = sheet.box.left + index * (width + gap);
    sheet.artifact(() => {
      draw?.(sheet, { left, top: top - 26, width, height: 24 });
      sheet.doc.moveTo(left, top).lineTo(left + width, top).lineWidth(0.8).strokeColor(colors.edge).stroke();
    });
    sheet.tag('P', () => {
      const [first = '', ...others] = lines(label);
      if (name) sheet.font('bold', sizes.body).put(name, left, top + 4, { width });
      sheet.font('plain', sizes.small).put(first, left, top + (name ? 16 : 4), { width });
      for (const [line, other] of others.entries()) sheet.font('plain', sizes.tiny, colors.soft).put(other, left, top + (name ? 27 : 15) + line * 9, { width });
    });
  }
  sheet.y = top + 42;
}

/** A small empty box to tick by hand, or a ticked one, in the middle of a cell. */
export function tickBox(sheet: Sheet, { left, top, width, height }: Box, ticked = false): void {
  const side = 9;
  const [x, y] = [left + (width - side) / 2, top + (height - side) / 2];
  sheet.doc.rect(x, y, side, side).lineWidth(0.8).strokeColor(colors.edge).stroke();
  if (ticked) sheet.doc.moveTo(x + 2, y + 5).lineTo(x + 4, y + 7).lineTo(x + 7.5, y + 2).lineWidth(1.1).strokeColor(colors.ink).stroke();
}
