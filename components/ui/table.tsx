import { Link } from '@/components/ui/link';
import type { ComponentProps, ReactNode } from 'react';
import { Icon } from './icon';

/** What scrolls must be reachable by keyboard (WCAG 2.1.1). A group, not a region: a page with ten tables should not have ten landmarks. */
export const reachable = (label: string) => ({ role: 'group', 'aria-label': label, tabIndex: 0 });

/**
 * A data table in a region that scrolls sideways and can be reached by keyboard. `caption` names both; rows are ordinary <tr>.
 * With `stack` each row becomes a card on a phone: its head on top, below it the cells, each under the word of its `label` (a cell without one, and an empty cell, is not shown there).
 */
export function Table({ caption, showCaption, stack, children, className = '' }: { caption: string; showCaption?: boolean; stack?: boolean; children: ReactNode; className?: string }) {
  return (
    <div className="scroll-x relative overflow-x-auto focus-visible:-outline-offset-2" {...reachable(caption)}>
      <table className={`data ${stack ? 'stack' : ''} ${className}`}>
        <caption className={showCaption ? '' : 'sr-only'}>{caption}</caption>
        {children}
      </table>
    </div>
  );
}

export type SortLink = { href: string; direction: 'asc' | 'desc' | null };

/** A column head; with `sort` its text is a link that sorts and the arrow tells the present order. */
export function Th({ numeric, sort, children, className = '', ...rest }: { numeric?: boolean; sort?: SortLink } & ComponentProps<'th'>) {
  const order = sort?.direction === 'asc' ? 'ascending' : sort?.direction === 'desc' ? 'descending' : undefined;
  return (
    <th scope="col" aria-sort={order} className={`${numeric ? 'num' : ''} ${className}`} {...rest}>
      {sort ? (
        <Link href={sort.href} stay className="inline-flex min-h-6 items-center gap-1 hover:text-accent">
          {children}
          <Icon name={sort.direction === 'asc' ? 'arrow-up' : 'arrow-down'} size={12} className={sort.direction ? 'text-accent' : 'opacity-40'} />
        </Link>
      ) : (
        children
      )}
    </th>
  );
}

/** A cell; `label` is its column's word, shown beside it where the table is stacked; `inline` lets short ones share a line there. */
export function Td({ numeric, label, inline, className = '', ...rest }: { numeric?: boolean; label?: string; inline?: boolean } & ComponentProps<'td'>) {
  return <td data-label={label} data-inline={inline || undefined} className={`${numeric ? 'num' : ''} ${className}`.trim() || undefined} {...rest} />;
}

/** The cell that names its row. */
export function RowHead({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <th scope="row" className={className}>
      {children}
    </th>
  );
}
