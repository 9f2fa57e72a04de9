import 'server-only';
import type { Readable } from 'node:stream';
import { type LabelSheet, perPage, placeOf } from '@/lib/equipment/rules/label-sheets';
import { labelPath } from '@/lib/equipment/rules/labels';
import { wording } from '@/lib/i18n/wording';
import type { Language } from '@/lib/shared/vocabulary';
import { qr } from './marks';
import { type Box, type Sheet, writePdf } from './sheet';
import { colors } from './style';
import { oneLine } from './text';

export type Label = { id: string; assetTag: string; description: string };
export type LabelPaper = { sheet: LabelSheet; labels: readonly Label[]; /** place of the first label on its page, from 0 */ start: number; owner: string; contact: string | null; origin: string; printed: Date };

const points = (millimetres: number) => (millimetres / 25.4) * 72;

/** Labels with tag and QR code, page after page; memory holds one page, however many there are. */
export function labelSheet({ sheet: plan, labels, start, owner, contact, origin, printed }: LabelPaper, languages: readonly [Language, ...Language[]]): Readable {
  const words = wording(languages, 'labels');
  const texts = { owner, property: `${oneLine(words.all('property'))}: ${owner}`, report: contact ? `${oneLine(words.all('report'))}: ${contact}` : '', alt: (tag: string) => words.one('qrAlt', { tag }) };
  const size = [points(plan.page[0]), points(plan.page[1])] as const;
  return writePdf({ title: words.one('paperTitle'), languages, moment: printed, size, margin: 0 }, async (sheet) => {
    for (const [index, label] of labels.entries()) {
      const place = (start + index) % perPage(plan);
      if (place === 0 && index > 0) {
        sheet.page();
        await sheet.breathe();
      }
      const { left, top } = placeOf(plan, place);
      drawLabel(sheet, label, { left: points(left), top: points(top), width: points(plan.label[0]), height: points(plan.label[1]) }, origin, texts);
    }
  });
}

type Texts = { owner: string; property: string; report: string; alt: (tag: string) => string };
type Line = { text: string; font: 'bold' | 'plain'; size: number; color: string; height: number };

function drawLabel(sheet: Sheet, label: Label, box: Box, origin: string, texts: Texts): void {
  const edge = 5;
  const side = Math.min(box.height - 2 * edge, box.width * 0.42);
  qr(sheet, `${origin}${labelPath(label.id)}`, { left: box.left + edge - 2, top: box.top + (box.height - side) / 2, side }, texts.alt(label.assetTag));
  const width = box.width - side - 2 * edge;
  const lines = linesOf(sheet, label, texts, width, box.height >= points(28));
  let top = box.top + Math.max(edge, (box.height - lines.reduce((sum, line) => sum + line.height + 2, 0)) / 2);
  for (const { text, font, size, color, height } of lines) {
    sheet.tag('P', () => sheet.font(font, size, color).put(text, box.left + edge + side, top, { width, height: height + 0.5, ellipsis: true }));
    top += height + 2;
  }
}

function linesOf(sheet: Sheet, label: Label, texts: Texts, width: number, roomy: boolean): Line[] {
  const line = (text: string, size: number, most: number, color: string): Line => {
    const { doc } = sheet.font('plain', size);
    return { text, font: 'plain', size, color, height: Math.min(most, Math.ceil((doc.widthOfString(text) * 1.15) / width)) * size * 1.2 };
  };
  const tag = tagSize(sheet, label.assetTag, width, roomy ? 10 : 7.5);
  return [
    { text: label.assetTag, font: 'bold', size: tag, color: colors.ink, height: tag * 1.2 },
    line(label.description, roomy ? 7 : 5.5, roomy ? 2 : 1, colors.ink),
    // Small ones have room for the name alone.
    line(roomy ? texts.property : texts.owner, roomy ? 6.5 : 5, roomy ? 3 : 2, colors.soft),
    ...(roomy && texts.report ? [line(texts.report, 6.5, 2, colors.soft)] : []),
  ];
}

// The tag is what the label is for: it gets smaller before it loses a sign.
function tagSize(sheet: Sheet, tag: string, width: number, largest: number): number {
  const wide = sheet.font('bold', largest).doc.widthOfString(tag);
  return wide <= width - 1 ? largest : (largest * (width - 1)) / wide;
}
