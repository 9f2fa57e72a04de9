'use client';
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { FieldError, useField } from '@/components/form/field';

// The rules of the guard are loaded beside the form, not before it.
const CaseNotice = dynamic(() => import('./case-notice').then((module) => module.CaseNotice), { ssr: false });

/** A text field with what the guard finds in it, as it is typed (DOMAIN §5). */
export function Guarded({ name, className = '', children }: { name: string; className?: string; children: ReactNode }) {
  const text = useWatch({ name }) as string | null | undefined;
  return (
    <div className={`grid content-start gap-2 ${className}`}>
      {children}
      {text && <CaseNotice name={name} texts={[text]} />}
    </div>
  );
}

/** The same for texts that are no field of the form (the names of attached files): what is wrong with them is said here. */
export function GuardedTexts({ name, label, texts }: { name: string; label: string; texts: string[] }) {
  const { error, wiring } = useField({ name, label, hint: undefined });
  return (
    <div id={wiring.id} tabIndex={-1} className="grid gap-2 empty:hidden">
      {texts.length > 0 && <CaseNotice name={name} texts={texts} />}
      <FieldError id={wiring.id}>{error}</FieldError>
    </div>
  );
}
