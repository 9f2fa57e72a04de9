import 'server-only';
import type { Sheet, Text } from './sheet';
import { colors, sizes } from './style';

/** The languages of a text, first to last; one that says the same as another is not said twice. */
export const lines = (text: Text): string[] => [...new Set((typeof text === 'string' ? [text] : text).filter(Boolean))];
/** Both languages on one line. */
export const oneLine = (text: Text): string => lines(text).join(' / ');

/** The document's title; further languages beneath it. */
export function title(sheet: Sheet, text: Text): void {
  const [first = '', ...others] = lines(text);
  const { left, width } = sheet.box;
  sheet.tag('H1', () => {
    sheet.font('bold', sizes.title).doc.text(first, left, sheet.y, { width });
    for (const other of others) sheet.font('plain', sizes.heading, colors.soft).doc.text(other, { width });
  });
  sheet.y += 6;
}

/** The heading of a part; kept together with at least `keep` points of what follows. */
export function heading(sheet: Sheet, text: Text, keep = 40): void {
  sheet.ensure(20 + keep);
  sheet.y += 6;
  const { left, width } = sheet.box;
  const [first = '', ...others] = lines(text);
  sheet.tag('H2', () => {
    sheet.font('bold', sizes.heading).doc.text(first, left, sheet.y, { width, continued: others.length > 0 });
    if (others.length > 0) sheet.font('plain', sizes.body, colors.soft).doc.text(`   ${others.join(' / ')}`);
  });
  sheet.y += 3;
}

/** A paragraph, or one per language; breaks over pages. */
export function paragraph(sheet: Sheet, text: Text, options: { size?: number; soft?: boolean; align?: 'left' | 'center' } = {}): void {
  const { left, width } = sheet.box;
  const { size = sizes.body, soft = false, align = 'left' } = options;
  for (const [index, one] of lines(text).entries()) {
    sheet.tag('P', () => sheet.font(index === 0 ? 'plain' : 'italic', size, soft || index > 0 ? colors.soft : colors.ink).doc.text(one, left, sheet.y, { width, align, lineGap: 1.5 }));
    sheet.y += 2;
  }
  sheet.y += 3;
}

export type Fact = { label: Text; value: string };

/** Labels with values, in columns; what has no value is left out. */
export function facts(sheet: Sheet, items: readonly (Fact | null)[], columns: 1 | 2 | 3 = 2): void {
  const given = items.filter((item) => item !== null && item.value !== '') as Fact[];
  const gap = 16;
  const width = (sheet.box.width - gap * (columns - 1)) / columns;
  for (let start = 0; start < given.length; start += columns) {
    const row = given.slice(start, start + columns);
    const height = Math.max(...row.map((fact) => factHeight(sheet, fact, width)));
    sheet.ensure(height);
    const top = sheet.y;
    for (const [index, fact] of row.entries()) {
      const left = sheet.box.left + index * (width + gap);
      sheet.tag('P', () => {
        sheet.font('plain', sizes.tiny, colors.soft).put(oneLine(fact.label), left, top, { width, height: 9, ellipsis: true });
        sheet.font('plain', sizes.body).put(fact.value, left, top + 10, { width });
      });
    }
    sheet.y = top + height;
  }
}

function factHeight(sheet: Sheet, fact: Fact, width: number): number {
  return 10 + sheet.font('plain', sizes.body).doc.heightOfString(fact.value, { width }) + 6;
}
