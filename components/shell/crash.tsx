'use client';
import { useEffect, useState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import cnr from '@/messages/cnr/crash.json';
import en from '@/messages/en/crash.json';

/** What stands in place of a page that threw. Its few words come along in both languages: where things broke, a provider may be missing. */
export function Crash({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const [words, setWords] = useState<Record<string, string>>(en);
  useEffect(() => setWords(document.documentElement.lang.startsWith('sr') ? cnr : en), []);
  return (
    <div role="alert" className="mx-auto max-w-xl px-4 py-12">
      <h1 className="text-2xl font-semibold tracking-tight">{words.title}</h1>
      <p className="mt-2">{words.body}</p>
      {error.digest && <p className="tabular mt-2 text-soft">{error.digest}</p>}
      <div className="mt-6 flex gap-2">
        <Button variant="primary" onClick={retry}>
          {words.again}
        </Button>
        <ButtonLink href="/projects">{words.home}</ButtonLink>
      </div>
    </div>
  );
}
