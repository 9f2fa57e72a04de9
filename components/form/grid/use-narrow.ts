'use client';
import { useSyncExternalStore } from 'react';

const narrow = '(max-width: 639px)';
const listen = (heard: () => void) => {
  const query = matchMedia(narrow);
  query.addEventListener('change', heard);
  return () => query.removeEventListener('change', heard);
};

/** Whether the screen is too narrow for a grid; the server draws the grid. */
export const useNarrow = (): boolean => useSyncExternalStore(listen, () => matchMedia(narrow).matches, () => false);
