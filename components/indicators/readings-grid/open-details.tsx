'use client';
import { useEffect, useRef } from 'react';
import { useFormState } from 'react-hook-form';
import { type Reveal, useKit } from '@/components/form/context';
import { flattenErrors } from '@/components/form/errors';
import { type Behind, behindDetails, firstBehind } from './behind';

/** Opens the details of a cell in which something is wrong: after a failed save, and for who follows the summary's link. */
export function OpenDetails({ open }: { open: (at: Behind, focus: boolean) => void }) {
  const { form, reveals } = useKit();
  const { errors } = useFormState();
  const answered = useRef(0);
  const latest = useRef(open);
  latest.current = open;
  const { attempts } = form;
  const found = firstBehind(flattenErrors(errors));
  const shown = found && JSON.stringify(found);
  // The errors come a render later than the count of attempts, as in the summary.
  useEffect(() => {
    if (attempts === 0) answered.current = 0;
    if (attempts === 0 || shown === null || answered.current === attempts) return;
    answered.current = attempts;
    const { alone, ...at } = JSON.parse(shown) as Behind & { alone: boolean };
    latest.current(at, alone);
  }, [shown, attempts]);
  useEffect(() => {
    const reveal: Reveal = (name) => {
      const at = behindDetails(name);
      if (at) latest.current(at, true);
      return at !== null;
    };
    reveals.add(reveal);
    return () => void reveals.delete(reveal);
  }, [reveals]);
  return null;
}
