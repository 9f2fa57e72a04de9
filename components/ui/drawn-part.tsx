'use client';
import type { ComponentProps } from 'react';
import { takeForMarkup } from './drawn-kept';

type Props = Omit<ComponentProps<'div'>, 'dangerouslySetInnerHTML' | 'children'> & ({ html: string; at?: never } | { html?: never; at: string });

/** What the loaded page showed, for when it is come back to: the server told only the place of it. */
const shown = new Map<string, string>();

function htmlAt(at: string): string {
  if (typeof window === 'undefined') return takeForMarkup(at);
  const html = shown.get(at) ?? document.querySelector(`[data-drawn="${at}"]`)?.innerHTML ?? '';
  shown.set(at, html);
  return html;
}

/** The element of a drawn part (`Drawn`): its HTML as told, or what stands in the page at the place told. */
export function DrawnPart({ html, at, ...rest }: Props) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: htmlOf writes it from elements, each text escaped
  return <div data-drawn={at ?? ''} {...rest} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: html ?? htmlAt(at) }} />;
}
