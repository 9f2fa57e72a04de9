import 'server-only';
import type { Sheet } from './sheet';
import { colors, sizes } from './style';

/** What stands on every page around the text. */
export type Frame = {
  /** head, left: whose paper this is; right: which */
  head: string;
  reference?: string;
  /** foot, left */
  foot: string;
  /** 'Page 1 of 3' */
  pageOf: (page: number, pages: number) => string;
  /** a warning in the head of every page, as that the content is made up */
  notice?: string | null;
};

/** Draws head and foot on every page once their number is known. */
export function drawFrames(sheet: Sheet, frame: Frame): void {
  const { start, count } = sheet.doc.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    sheet.doc.switchToPage(start + index);
    sheet.artifact(() => drawFrame(sheet, frame, index + 1, count));
  }
}

function drawFrame(sheet: Sheet, frame: Frame, page: number, pages: number): void {
  const { doc } = sheet;
  const { left, right, width } = sheet.box;
  const foot = doc.page.height - 36;
  const half = width * 0.62;
  if (frame.notice) {
    doc.rect(0, 0, doc.page.width, 18).fill(colors.warnSoft);
    sheet.font('bold', sizes.tiny, colors.warn).put(frame.notice, left, 5.5, { width, align: 'center', height: 10, ellipsis: true });
  }
  sheet.font('bold', sizes.small, colors.accent).put(frame.head, left, 32, { width: half, height: 11, ellipsis: true });
  if (frame.reference) sheet.font('plain', sizes.small, colors.soft).put(frame.reference, left + half, 32, { width: width - half, align: 'right', height: 11, ellipsis: true });
  line(sheet, left, right, 46, colors.accent, 1.2);
  line(sheet, left, right, foot - 6, colors.line, 0.6);
  sheet.font('plain', sizes.tiny, colors.soft).put(frame.foot, left, foot, { width: half, height: 10, ellipsis: true });
  sheet.font('plain', sizes.tiny, colors.soft).put(frame.pageOf(page, pages), left + half, foot, { width: width - half, align: 'right' });
}

/** A horizontal rule. */
export function line(sheet: Sheet, from: number, to: number, y: number, color: string = colors.line, width = 0.6): void {
  sheet.doc.moveTo(from, y).lineTo(to, y).lineWidth(width).strokeColor(color).stroke();
}

