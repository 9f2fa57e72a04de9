'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

/** A navigation link that knows whether it is the present page; `exact` for the root of the others. */
export function NavLink({ href, exact, children, className }: { href: string; exact?: boolean; children: ReactNode; className?: string }) {
  const path = usePathname();
  const inside = path === href || (!exact && path.startsWith(`${href}/`));
  return (
    <Link href={href} prefetch={false} aria-current={path === href ? 'page' : inside ? 'true' : undefined} className={className}>
      {children}
    </Link>
  );
}
