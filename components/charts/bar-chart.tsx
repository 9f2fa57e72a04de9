import { Link } from '@/components/ui/link';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { barsOf, type Column, stackedBars } from './geometry';

const fills = ['fill-series-1', 'fill-series-2', 'fill-series-3', 'fill-series-4'];
// Drawn in these units and scaled to the frame: on phones to little more than half, on wide screens to more, hence the other type sizes there.
const box = { width: 560, height: 210, top: 12, right: 4, bottom: 30, left: 44 };
const type = 'fill-soft text-[13px] max-sm:text-[18px] xl:text-[11px]';

export type BarChartProps = {
  title: string;
  unit: string;
  /** Columns from left to right; `href` opens the records behind one. `longLabel` stands in the table. */
  data: (Column & { longLabel?: string; href?: string })[];
  series: { key: string; label: string }[];
  format: (value: number) => string;
  /** The head of the table's first column. */
  columnLabel?: string;
};

/** Columns by month, stacked by kind, with legend and the same figures as a table. Drawn on the server. */
export function BarChart({ title, unit, data, series, format, columnLabel }: BarChartProps) {
  const t = useTranslations('common');
  const { columns, ticks, barWidth, base } = stackedBars(
    data,
    series.map((item) => item.key),
    box,
  );
  const every = Math.ceil(columns.length / 18);
  const onPhone = Math.ceil(columns.length / (every * 7)); // larger type, less room: every second or third label
  return (
    <figure>
      <figcaption className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-semibold">
          {title} <span className="font-normal text-soft">({unit})</span>
        </span>
        {series.length > 1 && (
          <span className="flex flex-wrap gap-x-4 text-xs text-soft">
            {series.map((item, index) => (
              <span key={item.key} className="inline-flex items-center gap-1.5">
                <svg width="10" height="10" aria-hidden="true">
                  <rect width="10" height="10" rx="2" className={fills[index]} />
                </svg>
                {item.label}
              </span>
            ))}
          </span>
        )}
      </figcaption>
      <svg viewBox={`0 0 ${box.width} ${box.height}`} className="h-auto w-full max-w-3xl" role="img" aria-label={`${title} (${unit})`}>
        {ticks.map((tick) => (
          <g key={tick.value}>
            <line x1={box.left} x2={box.width - box.right} y1={tick.y} y2={tick.y} className="stroke-line" />
            <text x={box.left - 8} y={tick.y} textAnchor="end" dominantBaseline="central" className={`tabular ${type}`}>
              {format(tick.value)}
            </text>
          </g>
        ))}
        {series.map((item, at) => <path key={item.key} d={barsOf(columns, item.key, barWidth)} className={fills[at]} />)}
        {columns.map(
          (column, index) =>
            index % every === 0 && (
              <text key={column.label + column.x} x={column.middle} y={base + 20} textAnchor="middle" className={`${type} ${(index / every) % onPhone === 0 ? '' : 'max-sm:hidden'}`}>
                {column.label}
              </text>
            ),
        )}
      </svg>
      <details className="mt-1">
        <summary className="inline-flex min-h-6 items-center gap-1 text-xs text-soft hover:text-accent">
          <Icon name="right" size={12} className="turn" />
          {t('data')}
        </summary>
        <div className="mt-2 max-h-80 overflow-auto rounded-md border border-line">
          <table className="data">
            <caption className="sr-only">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{columnLabel ?? t('month')}</th>
                {series.map((item) => (
                  <th key={item.key} scope="col" className="num">
                    {item.label}
                  </th>
                ))}
                {series.length > 1 && (
                  <th scope="col" className="num">
                    {t('total')}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {data.map((column, index) => (
                <tr key={column.longLabel ?? column.label + String(columns[index]?.x)}>
                  <th scope="row">
                    {column.href ? (
                      <Link href={column.href} className="link">
                        {column.longLabel ?? column.label}
                      </Link>
                    ) : (
                      (column.longLabel ?? column.label)
                    )}
                  </th>
                  {series.map((item) => (
                    <td key={item.key} className="num">
                      {format(column.values[item.key] ?? 0)}
                    </td>
                  ))}
                  {series.length > 1 && <td className="num">{format(columns[index]?.total ?? 0)}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
