'use client';
import { useEffect } from 'react';
import { visitAction } from '@/lib/overview/actions';

/** Says that this person looked at the project. Without JavaScript, or without a connection, news simply stays news. */
export function Seen({ projectId }: { projectId: string }) {
  useEffect(() => {
    void visitAction({ projectId, seen: true }).catch(() => {});
  }, [projectId]);
  return null;
}
