'use client';
import { usePathname } from 'next/navigation';
import { Icon, type IconName } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';

export type NavItem = { label: string; href: string; icon: IconName; count?: number | string | null; countLabel?: string; exact?: boolean };

/** The pages of a project, the present one marked; `exact` for the root of the others. A count says how much waits there, `countLabel` says it in words. */
export function ProjectNav({ items, label }: { items: NavItem[]; label: string }) {
  const path = usePathname();
  const current = ({ href, exact }: NavItem) => (path === href ? 'page' : !exact && path.startsWith(`${href}/`) ? 'true' : undefined);
  return (
    <nav aria-label={label}>
      <ul className="grid gap-0.5">
        {items.map((item) => (
          <li key={item.href}>
            <Link href={item.href} aria-current={current(item)} className="nav-item">
              <Icon name={item.icon} />
              <span className="flex-1">{item.label}</span>
              {item.count ? (
                <span className="tabular rounded-full bg-sunken px-1.5 text-xs font-medium text-ink">
                  <span aria-hidden={item.countLabel ? true : undefined}>{item.count}</span>
                  {item.countLabel && <span className="sr-only">{item.countLabel}</span>}
                </span>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
