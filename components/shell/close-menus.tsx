'use client';
import { useEffect } from 'react';

/** Closes open <details> menus and the navigation panel on a click elsewhere, on a chosen link, and on Escape. Without JavaScript they close by their own button. */
export function CloseMenus() {
  useEffect(() => {
    const close = (except: Node | null) => {
      for (const menu of document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]')) if (!except || !menu.contains(except)) menu.open = false;
    };
    const onClick = (event: MouseEvent) => {
      const link = (event.target as Element).closest('a');
      close(link ? null : (event.target as Node));
      if (link) document.querySelector<HTMLElement>(':popover-open')?.hidePopover(); // a click elsewhere closes it without us
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      const menu = document.activeElement?.closest<HTMLDetailsElement>('details[data-menu][open]');
      menu?.querySelector('summary')?.focus();
      close(null);
    };
    document.addEventListener('click', onClick);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('click', onClick);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  return null;
}
