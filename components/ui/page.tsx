import type { ReactNode } from 'react';
import { Breadcrumbs, type Crumb } from './breadcrumbs';

/** The head of a page: what it is, where one is, one primary action. `meta` is a line of badges and facts under the title. */
export function PageHeader({
  title,
  context,
  crumbs,
  action,
  meta,
}: {
  title: ReactNode;
  context?: ReactNode;
  crumbs?: Crumb[];
  action?: ReactNode;
  meta?: ReactNode;
}) {
  return (
    <header className="mb-6">
      {crumbs && <Breadcrumbs items={crumbs} />}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          {context && <p className="mb-0.5 text-xs font-medium text-soft">{context}</p>}
          <h1 className="text-2xl/8 font-semibold tracking-tight">{title}</h1>
        </div>
        {action && <div className="no-print flex flex-wrap gap-2">{action}</div>}
      </div>
      {meta && <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1.5 text-sm text-soft">{meta}</div>}
    </header>
  );
}

type SectionProps = { title?: ReactNode; id?: string; description?: ReactNode; action?: ReactNode; children: ReactNode; level?: 2 | 3; className?: string };

function Heading({ title, id, description, action, level = 2 }: Omit<SectionProps, 'children'>) {
  const Tag = level === 2 ? 'h2' : 'h3';
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
      <div>
        <Tag id={id} className={level === 2 ? 'text-base font-semibold' : 'text-sm font-semibold'}>
          {title}
        </Tag>
        {description && <p className="mt-0.5 max-w-prose text-sm text-soft">{description}</p>}
      </div>
      {action && <div className="no-print flex flex-wrap gap-2">{action}</div>}
    </div>
  );
}

/** A part of a page under its own heading, no frame. */
export function Section({ title, children, className = '', ...heading }: SectionProps) {
  return (
    <section className={`mb-8 ${className}`} aria-labelledby={title ? heading.id : undefined}>
      {title && (
        <div className="mb-3">
          <Heading title={title} {...heading} />
        </div>
      )}
      {children}
    </section>
  );
}

/** A framed part. `flush` lets a table or list reach the frame. */
export function Card({ title, children, flush, className = '', ...heading }: SectionProps & { flush?: boolean }) {
  return (
    <section className={`rounded-lg border border-line bg-surface ${className}`} aria-labelledby={title ? heading.id : undefined}>
      {title && (
        <div className="px-4 pt-3 pb-2">
          <Heading title={title} {...heading} />
        </div>
      )}
      <div className={flush ? 'overflow-hidden rounded-b-lg' : title ? 'px-4 pb-4' : 'p-4'}>{children}</div>
    </section>
  );
}
