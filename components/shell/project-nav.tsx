import { Icon, type IconName } from '@/components/ui/icon';
import { NavLink } from './nav-link';

export type NavItem = { label: string; href: string; icon: IconName; count?: number | string | null; countLabel?: string; exact?: boolean };

/** The pages of a project; a count says how much waits there, `countLabel` says it in words. */
export function ProjectNav({ items, label }: { items: NavItem[]; label: string }) {
  return (
    <nav aria-label={label}>
      <ul className="grid gap-0.5">
        {items.map((item) => (
          <li key={item.href}>
            <NavLink
              href={item.href}
              exact={item.exact}
              className="flex min-h-8 items-center gap-2.5 rounded-md px-2.5 py-1.5 text-soft hover:bg-sunken hover:text-ink aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-accent"
            >
              <Icon name={item.icon} />
              <span className="flex-1">{item.label}</span>
              {item.count ? (
                <span className="tabular rounded-full bg-sunken px-1.5 text-xs font-medium text-ink">
                  <span aria-hidden={item.countLabel ? true : undefined}>{item.count}</span>
                  {item.countLabel && <span className="sr-only">{item.countLabel}</span>}
                </span>
              ) : null}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
