import { daysBetween } from '@/lib/shared/dates';

type Run = { from: string; to: string };
/** One line: what was planned above what was delivered, in months. `words` says the same. */
export type GanttLine = { key: string; label: string; words: string; planned: Run[]; delivered: Run[] };
type Props = { title: string; lines: GanttLine[]; /** first and last month shown, 'YYYY-MM' */ span: Run; today: string; month: (value: string) => string; legend: { planned: string; delivered: string } };

const box = { width: 760, left: 56, right: 8, top: 26, row: 26 };

/** Planned and actual months of each line as bars; drawn on the server. What it shows stands as figures in the table beside it. */
export function Gantt({ title, lines, span, today, month, legend }: Props) {
  const first = `${span.from}-01`;
  const days = Math.max(28, daysBetween(first, monthEnd(span.to)));
  const x = (date: string) => box.left + (Math.min(days, Math.max(0, daysBetween(first, date))) / days) * (box.width - box.left - box.right);
  const height = box.top + lines.length * box.row + 6;
  const bar = (run: Run) => ({ x: x(`${run.from}-01`), width: Math.max(2, x(monthEnd(run.to)) - x(`${run.from}-01`)) });
  const ticks = monthsOf(span).filter((_, index, all) => index % Math.ceil(all.length / 10) === 0);
  return (
    <figure>
      <figcaption className="mb-1 flex flex-wrap gap-x-4 text-xs text-soft">
        <span>{title}</span>
        {(['planned', 'delivered'] as const).map((key) => (
          <span key={key} className="inline-flex items-center gap-1.5">
            <svg width="16" height="10" aria-hidden="true"><rect x="0.5" y="1.5" width="15" height="7" rx="2" className={looks[key]} /></svg>
            {legend[key]}
          </span>
        ))}
      </figcaption>
      <svg viewBox={`0 0 ${box.width} ${height}`} className="h-auto w-full" role="img" aria-label={[title, ...lines.map((line) => line.words)].join(' ')}>
        {ticks.map((tick, index) => (
          <g key={tick}>
            <line x1={x(`${tick}-01`)} x2={x(`${tick}-01`)} y1={box.top - 6} y2={height} className="stroke-line" />
            <text x={x(`${tick}-01`) + 3} y={box.top - 8} className={`fill-soft text-[11px] max-sm:text-[24px] ${index % 2 === 1 ? 'max-sm:hidden' : ''}`}>{month(tick)}</text>
          </g>
        ))}
        {lines.map((line, index) => {
          const y = box.top + index * box.row;
          return (
            <g key={line.key}>
              <text x={box.left - 8} y={y + 11} textAnchor="end" dominantBaseline="central" className="tabular fill-ink text-[12px] max-sm:text-[22px]">{line.label}</text>
              {line.planned.map((run) => <rect key={run.from} {...bar(run)} y={y + 2} height="8" rx="2" className={looks.planned} />)}
              {line.delivered.map((run) => <rect key={run.from} {...bar(run)} y={y + 12} height="8" rx="2" className={looks.delivered} />)}
            </g>
          );
        })}
        {today >= first && today <= monthEnd(span.to) && <line x1={x(today)} x2={x(today)} y1={box.top - 6} y2={height} className="stroke-accent" strokeDasharray="3 2" />}
      </svg>
    </figure>
  );
}

const looks = { planned: 'fill-surface stroke-edge', delivered: 'fill-series-1' } as const;

const monthEnd = (month: string) => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10);

/** The months from one to the other, both included. */
function monthsOf({ from, to }: Run): string[] {
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  const count = (Number(to.slice(0, 4)) - year) * 12 + Number(to.slice(5, 7)) - month + 1;
  return Array.from({ length: Math.max(1, count) }, (_, index) => new Date(Date.UTC(year, month - 1 + index, 1)).toISOString().slice(0, 7));
}
