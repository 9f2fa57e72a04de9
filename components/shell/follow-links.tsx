'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** The anchor of `components/ui/link` that this click is to follow here; null where the browser is to do it (new tab, download, other button). */
function followed(event: MouseEvent): HTMLAnchorElement | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-link]');
  return link && !link.hasAttribute('download') && (link.target === '' || link.target === '_self') && link.origin === location.origin ? link : null;
}

/** Follows the app's own links without loading the page anew. One listener for all: an anchor needs no script of its own, and works without any. */
export function FollowLinks() {
  const router = useRouter();
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = followed(event);
      if (!link) return;
      event.preventDefault();
      router.push(link.pathname + link.search + link.hash, { scroll: link.dataset.link !== 'stay' });
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, [router]);
  return null;
}
