import { Link } from '@/components/ui/link';

export function Brand({ href = '/projects', label }: { href?: string; label: string }) {
  return (
    <Link href={href} className="flex min-h-8 shrink-0 items-center gap-2 font-semibold tracking-tight">
      <svg width="22" height="22" viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="7" className="fill-accent-fill" />
        <path d="M7 22v-5M13 22v-9M19 22v-7M25 22V9" className="stroke-on-accent" strokeWidth="3.2" strokeLinecap="round" />
      </svg>
      <span className="max-sm:sr-only">{label}</span>
    </Link>
  );
}
