import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

const banners = {
  info: ['info', 'border-accent/40 bg-accent-soft', 'text-accent'],
  warning: ['warning', 'border-warn/40 bg-warn-soft', 'text-warn'],
  error: ['error', 'border-bad/50 bg-bad-soft', 'text-bad'],
  success: ['success', 'border-good/40 bg-good-soft', 'text-good'],
} as const;
export type BannerKind = keyof typeof banners;

/** A message about the page. Errors are announced at once; pass `live` for others that appear after an act. */
export function Banner({
  kind = 'info',
  title,
  children,
  action,
  live,
}: {
  kind?: BannerKind;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  live?: boolean;
}) {
  const [icon, box, tone] = banners[kind];
  return (
    <div role={kind === 'error' ? 'alert' : live ? 'status' : undefined} className={`flex items-start gap-3 rounded-lg border px-4 py-3 ${box}`}>
      <Icon name={icon} size={18} className={`mt-px ${tone}`} />
      <div className="min-w-0 flex-1">
        {title && <p className={`font-semibold ${tone}`}>{title}</p>}
        {children && <div className="text-ink">{children}</div>}
      </div>
      {action}
    </div>
  );
}

/** What a list says when it has nothing: why, and what to do first. */
export function EmptyState({ icon = 'list', title, children, action }: { icon?: IconName; title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-center px-6 py-12 text-center">
      <span className="mb-3 rounded-full bg-sunken p-3 text-soft">
        <Icon name={icon} size={20} />
      </span>
      <p className="font-semibold">{title}</p>
      {children && <div className="mt-1 max-w-md text-soft">{children}</div>}
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}

/** Grey bars while a page loads; `label` is what a screen reader hears. */
export function Skeleton({ lines = 6, label }: { lines?: number; label: string }) {
  return (
    <div role="status" className="animate-pulse">
      <span className="sr-only">{label}</span>
      <div className="mb-6 h-7 w-64 max-w-full rounded bg-sunken" />
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <div key={line} className="mb-3 h-4 rounded bg-sunken odd:w-11/12" />
      ))}
    </div>
  );
}

export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="sr-only">{children}</span>;
}

/** An explanation that is always to be seen; there are no tooltips here. */
export function HelpText({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="text-xs text-soft">
      {children}
    </p>
  );
}
