'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';

/** Puts an address on the clipboard and says so; where the browser allows none, it shows the address to copy by hand. */
export function CopyButton({ text, label, copied, context }: { text: string; label: string; copied: string; context: string }) {
  const [state, setState] = useState<'idle' | 'copied' | 'shown'>('idle');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('shown');
    }
  };
  return (
    <>
      <Button size="sm" icon={state === 'copied' ? 'check' : 'file'} onClick={copy}>
        {state === 'copied' ? copied : label}
        <span className="sr-only">: {context}</span>
      </Button>
      <span role="status" className="sr-only">
        {state === 'copied' ? copied : ''}
      </span>
      {state === 'shown' && <input readOnly value={text} aria-label={context} className="control" onFocus={(event) => event.currentTarget.select()} />}
    </>
  );
}
