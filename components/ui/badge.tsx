import { useTranslations } from 'next-intl';
import type { ImplementationState, IndicatorState, ReviewState } from '@/lib/shared/vocabulary';
import { Icon, type IconName } from './icon';

export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad';

const tones: Record<Tone, string> = {
  neutral: 'bg-sunken text-soft',
  accent: 'bg-accent-soft text-accent',
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
};

/** A word on a coloured ground; the icon repeats what the colour says. */
export function Badge({ tone = 'neutral', icon, children }: { tone?: Tone; icon?: IconName; children: React.ReactNode }) {
  return (
    <span className={`badge ${tones[tone]}`}>
      {icon && <Icon name={icon} size={12} />}
      {children}
    </span>
  );
}

const review: Record<ReviewState, [Tone, IconName]> = {
  draft: ['neutral', 'edit'],
  submitted: ['accent', 'clock'],
  returned: ['warn', 'undo'],
  approved: ['good', 'check'],
  reopened: ['warn', 'undo'],
  withdrawn: ['neutral', 'minus'],
};
const implementation: Record<ImplementationState, [Tone, IconName]> = {
  planned: ['neutral', 'calendar'],
  under_way: ['accent', 'right'],
  completed: ['good', 'check'],
  postponed: ['warn', 'pause'],
  cancelled: ['neutral', 'close'],
};
const indicator: Record<IndicatorState, [Tone, IconName]> = {
  achieved: ['good', 'success'],
  on_track: ['good', 'check'],
  at_risk: ['warn', 'warning'],
  off_track: ['bad', 'error'],
  no_data: ['neutral', 'minus'],
  no_target: ['neutral', 'minus'],
};

type Status = { of: 'review'; state: ReviewState } | { of: 'implementation'; state: ImplementationState } | { of: 'indicator'; state: IndicatorState };

const looks = (status: Status): [Tone, IconName] =>
  status.of === 'review' ? review[status.state] : status.of === 'implementation' ? implementation[status.state] : indicator[status.state];

/** The state of a record in words: <StatusBadge of="review" state="approved" />. On the client it needs the namespace 'vocabulary'. */
export function StatusBadge(status: Status) {
  const t = useTranslations('vocabulary');
  const [tone, icon] = looks(status);
  return (
    <Badge tone={tone} icon={icon}>
      {t(`${status.of}States.${status.state}`)}
    </Badge>
  );
}

/** A small word for a kind or tag, no state. */
export function Pill({ children }: { children: React.ReactNode }) {
  return <span className="inline-flex min-h-5 items-center rounded-full border border-line px-2 text-xs text-soft">{children}</span>;
}

/** The initials of a person in a circle; the name stands beside it or is given as `label`. */
export function Avatar({ name, size = 28 }: { name: string; size?: number }) {
  const initials = name
    .split(/\s+/)
    .filter(Boolean)
    .map((part) => part[0])
    .slice(0, 2)
    .join('')
    .toUpperCase();
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" aria-hidden="true" className="shrink-0">
      <circle cx="14" cy="14" r="14" className="fill-accent-soft" />
      <text x="14" y="14.5" textAnchor="middle" dominantBaseline="central" className="fill-accent text-[11px] font-semibold">
        {initials}
      </text>
    </svg>
  );
}
