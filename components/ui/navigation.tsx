import { Link } from '@/components/ui/link';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { buttonClass } from './button';
import { Icon, type IconName } from './icon';

export type Tab = { label: ReactNode; href: string; current?: boolean; count?: ReactNode };

/** Views of one thing as links; the present one is marked. */
export function Tabs({ label, items }: { label: string; items: Tab[] }) {
  return (
    <nav aria-label={label} className="mb-6 overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
             
              aria-current={item.current ? 'page' : undefined}
              className="inline-flex min-h-9 items-center gap-1.5 border-b-2 border-transparent px-3 whitespace-nowrap text-soft hover:text-ink focus-visible:-outline-offset-2 aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink"
            >
              {item.label}
              {item.count !== undefined && <span className="tabular rounded-full bg-sunken px-1.5 text-xs">{item.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Keyset paging: only the pages beside this one are known. `summary` says what is shown ("50 of 1,000+"). */
export function Pagination({ previous, next, summary, of }: { previous?: string | null; next?: string | null; summary?: ReactNode; /** what is paged, where a page has two such lists */ of?: string }) {
  const t = useTranslations('common');
  return (
    <nav aria-label={of ? t('pagesOf', { list: of }) : t('pages')} className="flex flex-wrap items-center justify-between gap-3 px-4 py-3 text-soft">
      <p className="tabular">{summary}</p>
      <div className="flex gap-2">
        {previous && (
          <Link href={previous} rel="prev" className={buttonClass({ size: 'sm' })}>
            <Icon name="left" />
            {t('previous')}
          </Link>
        )}
        {next && (
          <Link href={next} rel="next" className={buttonClass({ size: 'sm' })}>
            {t('next')}
            <Icon name="right" />
          </Link>
        )}
      </div>
    </nav>
  );
}

/** A filter that holds; the link leads to the same list without it. */
export function Chip({ label, value, removeHref }: { label: ReactNode; value: ReactNode; removeHref: string }) {
  const t = useTranslations('common');
  return (
    <Link
      href={removeHref}
     
      stay
      className="inline-flex min-h-7 items-center gap-1.5 rounded-full border border-line bg-surface pr-2 pl-3 hover:border-edge"
    >
      <span className="text-soft">{label}:</span>
      <span className="font-medium">{value}</span>
      <Icon name="close" size={12} />
      <span className="sr-only">{t('removeFilter')}</span>
    </Link>
  );
}

/** A button with a panel under it, native <details>: works without JavaScript; components/shell/close-menus closes it on a click elsewhere. */
export function Menu({
  label,
  icon,
  children,
  align = 'left',
  summaryClass,
}: {
  label: ReactNode;
  icon?: IconName;
  children: ReactNode;
  align?: 'left' | 'right';
  summaryClass?: string;
}) {
  const id = useId();
  return (
    <details className="menu relative" name="menu" data-menu="">
      <summary className={summaryClass ?? buttonClass()} aria-controls={id}>
        {icon && <Icon name={icon} />}
        {label}
        <Icon name="down" size={12} />
      </summary>
      <div id={id} className={`panel ${align === 'right' ? 'right-0' : 'left-0'}`}>
        {children}
      </div>
    </details>
  );
}
