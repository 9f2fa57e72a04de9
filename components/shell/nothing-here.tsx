'use client';
import { ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page';
import { Brand } from './brand';

export type NothingHereWords = { appName: string; title: string; body: string; home: string };

/** The page of an address that leads nowhere. Drawn here and not on the server: Next makes it ready beside every page, and as a reference it costs nothing until it is shown. */
export function NothingHere({ words }: { words: NothingHereWords }) {
  return (
    <>
      <title>{words.title}</title>
      <header className="no-print flex h-13 items-center border-b border-line bg-surface px-4">
        <Brand href="/" label={words.appName} />
      </header>
      <main id="content" tabIndex={-1} className="mx-auto max-w-5xl px-4 py-8 outline-none sm:px-6">
        <PageHeader title={words.title} />
        <p className="mb-6 max-w-prose">{words.body}</p>
        <ButtonLink href="/projects" variant="primary">
          {words.home}
        </ButtonLink>
      </main>
    </>
  );
}
