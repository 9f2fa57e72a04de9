/** How labels lie on a page, in millimetres. Single labels come from a roll: one page each. */
export type LabelSheet = { page: readonly [number, number]; columns: number; rows: number; label: readonly [number, number]; left: number; top: number; gap: readonly [number, number] };

/** Labels in one file. */
export const mostLabels = 2000;

const a4 = [210, 297] as const;
/** The usual sheets of label makers, and two sizes of rolls. */
export const labelSheets = {
  a4_14: { page: a4, columns: 2, rows: 7, label: [99.1, 38.1], left: 4.65, top: 15.15, gap: [2.5, 0] },
  a4_21: { page: a4, columns: 3, rows: 7, label: [63.5, 38.1], left: 7.25, top: 15.15, gap: [2.5, 0] },
  a4_24: { page: a4, columns: 3, rows: 8, label: [70, 37], left: 0, top: 0.5, gap: [0, 0] },
  a4_65: { page: a4, columns: 5, rows: 13, label: [38.1, 21.2], left: 4.75, top: 10.7, gap: [2.5, 0] },
  roll_62: { page: [62, 29], columns: 1, rows: 1, label: [62, 29], left: 0, top: 0, gap: [0, 0] },
  roll_50: { page: [50, 25], columns: 1, rows: 1, label: [50, 25], left: 0, top: 0, gap: [0, 0] },
} as const satisfies Record<string, LabelSheet>;
export type LabelFormat = keyof typeof labelSheets;
export const labelFormats = Object.keys(labelSheets) as LabelFormat[];
export const isLabelFormat = (text: string | null): text is LabelFormat => text !== null && Object.hasOwn(labelSheets, text);

export const perPage = (sheet: LabelSheet): number => sheet.columns * sheet.rows;

/** Where the nth label of a page lies, row by row, in millimetres. */
export function placeOf(sheet: LabelSheet, index: number): { left: number; top: number } {
  const [column, row] = [index % sheet.columns, Math.floor(index / sheet.columns)];
  return { left: sheet.left + column * (sheet.label[0] + sheet.gap[0]), top: sheet.top + row * (sheet.label[1] + sheet.gap[1]) };
}

/** The place on the first sheet at which printing starts, from what was asked: sheets that are used up in part go on. */
export const startOf = (sheet: LabelSheet, asked: string | null): number => (/^\d{1,3}$/.test(asked ?? '') ? Math.min(Math.max(Number(asked), 1), perPage(sheet)) - 1 : 0);
