import { scaleBand, scaleLinear } from 'd3-scale';
import { useTranslations } from 'next-intl';
import { numberInside } from '@/components/charts/geometry';

export type PeriodColumn = { id: string; label: string; value: number | null; milestone: number | null };
// Drawn in these units and scaled to the frame, as components/charts does; larger type on phones, where it shrinks.
const box = { width: 560, height: 220, top: 16, right: 8, bottom: 46, left: 60 };
const type = 'fill-soft text-[13px] max-sm:text-[18px]';

/** A long name on two lines, cut at the space nearest to its middle. */
function inTwo(label: string): string[] {
  const spaces = [...label.matchAll(/ /g)].map((match) => match.index);
  if (label.length < 14 || spaces.length === 0) return [label];
  const cut = spaces.reduce((best, at) => (Math.abs(at - label.length / 2) < Math.abs(best - label.length / 2) ? at : best));
  return [label.slice(0, cut), label.slice(cut + 1)];
}

/** What was reached by the end of each period (bar), what was expected by then (mark) and the target (line). The table beside it holds the same numbers. */
export function PeriodChart({ title, unit, ticks, columns, target, format }: { title: string; unit: string; /** of a unit that has no values between them */ ticks?: number[]; columns: PeriodColumn[]; target: number | null; format: (value: number) => string }) {
  const t = useTranslations('indicators');
  const values = columns.flatMap((column) => [column.value, column.milestone]).concat(target).filter((value) => value !== null);
  const x = scaleBand().domain(columns.map((column) => column.id)).range([box.left, box.width - box.right]).padding(0.35);
  const y = scaleLinear().domain([Math.min(0, ...values), Math.max(1, ...values)]).nice(4).range([box.height - box.bottom, box.top]);
  const legend = [{ key: 'actual', fill: 'fill-series-1' }, { key: 'milestone', fill: 'fill-ink' }, ...(target === null ? [] : [{ key: 'target', fill: 'fill-series-3' }])] as const;
  return (
    <figure>
      <figcaption className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <span className="font-semibold">{title} <span className="font-normal text-soft">({unit})</span></span>
        <span className="flex flex-wrap gap-x-4 text-xs text-soft">
          {legend.map((item) => <span key={item.key} className="inline-flex items-center gap-1.5"><svg width="12" height="10" aria-hidden="true"><rect y={item.key === 'actual' ? 0 : 4} width="12" height={item.key === 'actual' ? 10 : 2.5} rx="1" className={item.fill} /></svg>{t(item.key)}</span>)}
        </span>
      </figcaption>
      <svg viewBox={`0 0 ${box.width} ${box.height}`} className="h-auto w-full" role="img" aria-label={`${title} (${unit})`}>
        {(ticks ?? y.ticks(4)).map((tick) => (
          <g key={tick}>
            <line x1={box.left} x2={box.width - box.right} y1={y(tick)} y2={y(tick)} className="stroke-line" />
            <text x={box.left - 8} y={y(tick)} textAnchor="end" dominantBaseline="central" className={`tabular ${type}`}>{format(tick)}</text>
          </g>
        ))}
        {target !== null && <line x1={box.left} x2={box.width - box.right} y1={y(target)} y2={y(target)} className="stroke-series-3" strokeWidth="2" strokeDasharray="6 4" />}
        {columns.map((column) => {
          const left = x(column.id) ?? 0;
          const middle = left + x.bandwidth() / 2;
          const half = Math.min(x.bandwidth(), 90) / 2;
          const top = column.value === null ? 0 : Math.min(y(column.value), y(0));
          // A target or milestone just above the bar would run through its number.
          const inside = column.value !== null && column.value > 0 && numberInside({ top, bottom: y(0) }, [target, column.milestone].map((line) => (line === null ? null : y(line))));
          return (
            <g key={column.id}>
              {column.value !== null && <rect x={middle - half} y={Math.min(y(column.value), y(0))} width={half * 2} height={Math.max(1, Math.abs(y(0) - y(column.value)))} rx="1.5" className="fill-series-1" />}
              {column.milestone !== null && <line x1={middle - half - 8} x2={middle + half + 8} y1={y(column.milestone)} y2={y(column.milestone)} className="stroke-ink" strokeWidth="2.5" />}
              {column.value !== null && <text x={middle} y={inside ? top + 20 : top - 6} textAnchor="middle" strokeWidth={inside ? 0 : 5} paintOrder="stroke" strokeLinejoin="round" className={`tabular stroke-surface text-[13px] font-semibold max-sm:text-[18px] ${inside ? 'fill-surface' : 'fill-ink'}`}>{format(column.value)}</text>}
              <text y={box.height - box.bottom + 18} textAnchor="middle" className={type}>
                {inTwo(column.label).map((line, index) => <tspan key={line} x={middle} dy={index * 18}>{line}</tspan>)}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
