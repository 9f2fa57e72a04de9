import type { ReactNode } from 'react';
import { TextLink } from '@/components/ui/link';

/** A figure that opens what it counts, in the look of its place: what is overdue stays red; `to` null: there is nothing to open. */
export const Opens = ({ to, children, className = '' }: { to: string | null; children: ReactNode; className?: string }) => (to ? <TextLink quiet href={to} className={`inline-flex min-h-6 items-center [font-weight:inherit] text-inherit ${className}`.trim()}>{children}</TextLink> : children);
