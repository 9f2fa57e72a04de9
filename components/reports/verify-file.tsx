'use client';
import { useId, useState } from 'react';
import { Banner } from '@/components/ui/feedback';

type Texts = Record<'label' | 'same' | 'different', string>;

/** Compares a downloaded file with the fingerprint of the issued version, in this browser. `different` holds '{sha}' for the file's own. */
export function VerifyFile({ sha256, texts }: { sha256: string; texts: Texts }) {
  const id = useId();
  const [found, setFound] = useState<string | null>(null);
  const read = async (file: File | undefined) => {
    if (!file) return setFound(null);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
    setFound(Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''));
  };
  return (
    <div className="grid gap-3">
      <div className="grid gap-1">
        <label htmlFor={id} className="font-medium">{texts.label}</label>
        <input id={id} type="file" accept="application/json,.json" className="control py-1 file:mr-3 file:min-h-7 file:rounded file:border-0 file:bg-sunken file:px-2 file:font-medium file:text-ink" onChange={(event) => void read(event.target.files?.[0])} />
      </div>
      {found && <Banner kind={found === sha256 ? 'success' : 'error'} live><span className="break-all">{found === sha256 ? texts.same : texts.different.replace('{sha}', found)}</span></Banner>}
    </div>
  );
}
