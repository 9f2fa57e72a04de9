import type { ReactNode } from 'react';
import { Link } from './link';

export function MenuLink({ href, current, children }: { href: string; current?: boolean; children: ReactNode }) {
  return (
    <Link href={href} aria-current={current ? 'true' : undefined} className="menu-item">
      {children}
    </Link>
  );
}
