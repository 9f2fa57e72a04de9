import { headers } from 'next/headers';
import type { ComponentProps, ReactNode } from 'react';
import { keepForMarkup } from './drawn-kept';
import { DrawnPart } from './drawn-part';
import { htmlOf, isBeingDrawn } from './html';

type PartProps = Omit<ComponentProps<'div'>, 'dangerouslySetInnerHTML' | 'children'>;

/**
 * A part of a page that no script touches (tables, charts, lists; links are followed by `components/shell/follow-links`): it goes to the browser as HTML and
 * nothing else. React would draw each element three times on the server, send it twice and look at it again in the browser.
 * What needs a hand of its own (client components, forms with actions) stays outside.
 */
export function Drawn({ children, ...rest }: PartProps & { children: ReactNode }) {
  // Inside another drawn part it is an element like any other.
  if (isBeingDrawn()) return <div {...rest}>{children}</div>;
  return <Sent html={htmlOf(children)} {...rest} />;
}

/** HTML that `htmlOf` wrote before, as a drawn part. */
export const DrawnBefore = ({ html, ...rest }: PartProps & { html: string }) => <Sent html={html} {...rest} />;

/** A page that is loaded carries the HTML in its markup, so what React is told beside it names only the place; a page that is gone to inside the app has nothing but that telling. */
async function Sent({ html, ...rest }: PartProps & { html: string }) {
  const isLoaded = (await headers()).get('accept')?.includes('text/html') ?? false;
  return isLoaded ? <DrawnPart at={keepForMarkup(html)} {...rest} /> : <DrawnPart html={html} {...rest} />;
}
