'use client';
import { Crash } from '@/components/shell/crash';

export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <Crash error={error} retry={reset} />;
}
