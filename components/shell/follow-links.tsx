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
const linksIn = (part: ParentNode) => [...part.querySelectorAll<HTMLAnchorElement>('a[data-link]')];

/** A drawn part (components/ui/drawn) comes anew as a whole: whoever sorted or filtered there keeps the link they stand on, and how far the table is scrolled. */
function keepPlace(link: HTMLAnchorElement): void {
  const part = link.closest('[data-drawn]');
  if (!part || document.activeElement !== link) return;
  const name = named(link);
  const along = link.closest('.scroll-x')?.scrollLeft ?? 0;
  const observer = new MutationObserver(() => {
    observer.disconnect();
    const again = document.activeElement === document.body ? linksIn(part).find((one) => named(one) === name) : undefined;
    again?.focus({ preventScroll: true });
    again?.closest('.scroll-x')?.scrollTo({ left: along });
  });
  observer.observe(part, { childList: true });
}

const address = () => location.pathname + location.search;
const patience = 3000;

/** By which link each page was left from the keyboard. */
const left = new Map<string, { name: string; href: string }>();

/** Who goes back by keyboard stands on the link by which they left, as on a page that the browser itself has kept; until they do something else. */
function comeBack(): void {
  const by = left.get(address());
  if (!by) return;
  const look = () => {
    if (document.activeElement === document.body) linksIn(document).find((one) => one.href === by.href && named(one) === by.name)?.focus({ preventScroll: true });
  };
  const observer = new MutationObserver(look);
  const stop = () => {
    observer.disconnect();
    for (const act of ['keydown', 'pointerdown']) removeEventListener(act, stop, true);
  };
  for (const act of ['keydown', 'pointerdown']) addEventListener(act, stop, true);
  observer.observe(document.body, { childList: true, subtree: true });
  setTimeout(stop, patience);
  look();
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
      if (event.detail === 0) left.set(address(), { name: named(link), href: link.href }); // pressed, not clicked
      else left.delete(address());
      router.push(link.pathname + link.search + link.hash, { scroll: link.dataset.link !== 'stay' });
    };
    document.addEventListener('click', onClick);
    addEventListener('popstate', comeBack);
    return () => {
      document.removeEventListener('click', onClick);
      removeEventListener('popstate', comeBack);
    };
  }, [router]);
  return null;
}
