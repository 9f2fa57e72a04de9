import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/** A text link. It does not prefetch: a list of fifty would ask the server for fifty pages. `quiet` for titles in lists. */
export function TextLink({ quiet, className = '', prefetch = false, ...rest }: ComponentProps<typeof NextLink> & { quiet?: boolean }) {
  return <NextLink className={`${quiet ? 'quiet-link' : 'link'} ${className}`} prefetch={prefetch} {...rest} />;
}
