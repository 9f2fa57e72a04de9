'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** The anchor of `components/ui/link` that this click is to follow here; null where the browser is to do it (new tab, download, other button). */
function followed(event: MouseEvent): HTMLAnchorElement | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-link]');
  return link && !link.hasAttribute('download') && (link.target === '' || link.target === '_self') && link.origin === location.origin ? link : null;
}

const named = (link: Element) => `${link.getAttribute('aria-label') ?? ''} ${link.textContent}`;

/** A drawn part (components/ui/drawn) comes anew as a whole: whoever sorted or filtered there keeps the link they stand on, and how far the table is scrolled. */
function keepPlace(link: HTMLAnchorElement): void {
  const part = link.closest('[data-drawn]');
  if (!part || document.activeElement !== link) return;
  const name = named(link);
  const along = link.closest('.scroll-x')?.scrollLeft ?? 0;
  const observer = new MutationObserver(() => {
    observer.disconnect();
    const again = document.activeElement === document.body ? [...part.querySelectorAll<HTMLAnchorElement>('a[data-link]')].find((one) => named(one) === name) : undefined;
    again?.focus({ preventScroll: true });
    again?.closest('.scroll-x')?.scrollTo({ left: along });
  });
  observer.observe(part, { childList: true });
}

/** Follows the app's own links without loading the page anew. One listener for all: an anchor needs no script of its own, and works without any. */
export function FollowLinks() {
  const router = useRouter();
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = followed(event);
      if (!link) return;
      event.preventDefault();
      if (link.dataset.link === 'stay') keepPlace(link);
      router.push(link.pathname + link.search + link.hash, { scroll: link.dataset.link !== 'stay' });
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, [router]);
  return null;
}
