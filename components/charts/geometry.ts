import { scaleBand, scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

/** One column: its label and a value per series. */
export type Column = { label: string; values: Record<string, number> };
export type Box = { width: number; height: number; top: number; right: number; bottom: number; left: number };

/** Stacked columns in SVG units: a rectangle per column and series that is not zero, ticks of the value axis (whole numbers), and the middle of each column. */
export function stackedBars(data: Column[], series: string[], box: Box) {
  const x = scaleBand<number>()
    .domain(data.map((_, index) => index))
    .range([box.left, box.width - box.right])
    .paddingInner(0.35)
    .paddingOuter(0.2);
  const totals = data.map((column) => series.reduce((sum, key) => sum + (column.values[key] ?? 0), 0));
  const y = scaleLinear()
    .domain([0, Math.max(1, ...totals)])
    .nice(4)
    .range([box.height - box.bottom, box.top]);
  const columns = data.map((column, index) => {
    let below = 0;
    const parts = series.flatMap((key) => {
      const value = column.values[key] ?? 0;
      if (value <= 0) return [];
      const part = { key, value, y: y(below + value), height: y(below) - y(below + value) };
      below += value;
      return [part];
    });
    const left = x(index) ?? 0;
    return { label: column.label, total: totals[index] ?? 0, x: left, middle: left + x.bandwidth() / 2, top: y(below), parts };
  });
  return {
    columns,
    barWidth: x.bandwidth(),
    base: y(0),
    ticks: y
      .ticks(4)
      .filter(Number.isInteger)
      .map((value) => ({ value, y: y(value) })),
  };
}

const short = (value: number) => Math.round(value * 10) / 10;

/** All rectangles of one series as one path: a chart of 36 months is three elements instead of a hundred. */
export const barsOf = (columns: ReturnType<typeof stackedBars>['columns'], series: string, width: number): string =>
  columns.flatMap(({ x, parts }) => parts.filter(({ key }) => key === series).map(({ y, height }) => `M${short(x)} ${short(y)}h${short(width)}v${short(Math.max(0, height - 1))}h${short(-width)}z`)).join('');

export type TargetFacts = { baseline: number | null; actual: number | null; expected: number | null; target: number | null };

/**
 * Positions 0…100 of an indicator's values on the way from baseline (0) to target, the target at 80 so that more than achieved has room; null where
 * the value is missing. Works for decreasing indicators too: the way then runs downwards. Without a target, or with target = baseline, there is no scale.
 */
export function targetScale({ baseline, actual, expected, target }: TargetFacts): { actual: number | null; expected: number | null; target: number } | null {
  const from = baseline ?? 0;
  if (target === null || target === from) return null;
  const scale = scaleLinear().domain([from, target]).range([0, 80]);
  const at = (value: number | null) => (value === null ? null : Math.max(0, Math.min(100, scale(value))));
  return { actual: at(actual), expected: at(expected), target: 80 };
}

/** The path of a small line through values that are there; null leaves a gap's neighbours joined. */
export function sparkPath(values: (number | null)[], width: number, height: number): string {
  const points = values.flatMap((value, index) => (value === null ? [] : [{ index, value }]));
  const numbers = points.map((point) => point.value);
  const x = scaleLinear()
    .domain([0, Math.max(1, values.length - 1)])
    .range([2, width - 2]);
  const y = scaleLinear()
    .domain([Math.min(0, ...numbers), Math.max(1, ...numbers)])
    .range([height - 2, 2]);
  return (
    line<{ index: number; value: number }>()
      .x((point) => x(point.index))
      .y((point) => y(point.value))(points) ?? ''
  );
}

/**
 * Must the number of a bar stand inside it? Where one of these lines (target, milestone) would run through its place above the bar, and the bar is high enough
 * to hold it. Heights grow downwards; a line that is not drawn is null.
 */
export function numberInside(bar: { top: number; bottom: number }, lines: readonly (number | null)[]): boolean {
  return bar.bottom - bar.top > 28 && lines.some((line) => line !== null && line < bar.top && line > bar.top - 24);
}
