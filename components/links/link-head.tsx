import type { ReactNode } from 'react';

/** What a page behind a link is about. */
export function LinkHead({ title, context, meta }: { title: ReactNode; context?: ReactNode; meta?: ReactNode }) {
  return (
    <header className="mb-6">
      {context && <p className="mb-0.5 text-xs font-medium text-soft">{context}</p>}
      <h1 className="text-xl/7 font-semibold tracking-tight">{title}</h1>
      {meta && <p className="tabular mt-1 text-soft">{meta}</p>}
    </header>
  );
}
