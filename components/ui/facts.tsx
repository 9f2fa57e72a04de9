import { Link } from '@/components/ui/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Tone } from './badge';
import { Icon, type IconName } from './icon';

/** Label and value pairs; an empty value shows as a dash. */
export function DescriptionList({ items, columns = 1 }: { items: { label: string; value: ReactNode; /** takes the whole row */ wide?: boolean }[]; columns?: 1 | 2 | 3 }) {
  const grid = columns === 1 ? '' : columns === 2 ? 'sm:grid-cols-2' : 'sm:grid-cols-2 lg:grid-cols-3';
  return (
    <dl className={`grid gap-x-8 gap-y-3 ${grid}`}>
      {items.map((item) => (
        <div key={item.label} className={columns === 1 ? 'grid gap-x-4 sm:grid-cols-[11rem_1fr]' : item.wide ? 'col-span-full' : undefined}>
          <dt className="text-soft">{item.label}</dt>
          <dd className="tabular break-words">{item.value === null || item.value === undefined || item.value === '' ? '–' : item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

export type FigureProps = {
  label: ReactNode;
  value: ReactNode;
  unit?: ReactNode;
  sub?: ReactNode;
  asOf?: string;
  rule?: ReactNode;
  href?: string;
  children?: ReactNode;
};

/** One number: its unit, its parts, the day it holds for, its rule in one line, and a way to the records behind it. Dates come formatted. */
export function Figure({ label, value, unit, sub, asOf, rule, href, children }: FigureProps) {
  const t = useTranslations('common');
  return (
    <div className="relative flex flex-col rounded-lg border border-line bg-surface px-4 py-3 has-[a:hover]:border-edge">
      <p className="text-sm text-soft">
        {href ? (
          <Link href={href} className="after:absolute after:inset-0 hover:text-accent hover:underline">
            {label}
          </Link>
        ) : (
          label
        )}
      </p>
      <p className="tabular mt-1 text-2xl/8 font-semibold tracking-tight">
        {value}
        {unit && <span className="ml-1 text-sm font-normal tracking-normal text-soft">{unit}</span>}
      </p>
      {sub && <p className="tabular text-sm">{sub}</p>}
      {children}
      {(rule || asOf) && (
        <p className="mt-auto pt-2 text-xs text-soft">
          {rule}
          {rule && asOf && ' · '}
          {asOf && t('asOf', { date: asOf })}
        </p>
      )}
    </div>
  );
}

const fills: Record<Tone, string> = { neutral: 'fill-edge', accent: 'fill-series-1', good: 'fill-good', warn: 'fill-warn', bad: 'fill-bad' };

/** A share 0…1 as a bar. The number stands beside it in words, so the bar itself is hidden from assistive technology unless `label` is given. */
export function ProgressBar({ value, tone = 'accent', label }: { value: number; tone?: Tone; label?: string }) {
  const width = Math.max(0, Math.min(1, value)) * 100;
  return (
    <svg
      viewBox="0 0 100 6"
      width="100%"
      height="6"
      preserveAspectRatio="none"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      className="overflow-hidden rounded-full"
    >
      <rect width="100" height="6" className="fill-sunken" />
      <rect width={width} height="6" className={fills[tone]} />
    </svg>
  );
}

const marks: Record<Tone, string> = {
  neutral: 'bg-sunken text-soft',
  accent: 'bg-accent-soft text-accent',
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
};
export type TimelineItem = { id: string; title: ReactNode; when: string; who?: ReactNode; note?: ReactNode; tone?: Tone; icon?: IconName };

/** What happened, newest first as given. */
export function Timeline({ items }: { items: TimelineItem[] }) {
  return (
    <ol>
      {items.map((item) => (
        <li
          key={item.id}
          className="relative flex gap-3 pb-4 last:pb-0 not-last:before:absolute not-last:before:top-6 not-last:before:bottom-0 not-last:before:left-3 not-last:before:w-px not-last:before:bg-line"
        >
          <span className={`flex size-6 shrink-0 items-center justify-center rounded-full ${marks[item.tone ?? 'neutral']}`}>
            <Icon name={item.icon ?? 'dot'} size={12} />
          </span>
          <div className="min-w-0 pt-0.5">
            <p>
              <span className="font-medium">{item.title}</span>
              {item.who && <span className="text-soft"> · {item.who}</span>}
            </p>
            <p className="tabular text-xs text-soft">{item.when}</p>
            {item.note && <div className="mt-1 rounded-md bg-sunken px-3 py-2 whitespace-pre-line">{item.note}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
