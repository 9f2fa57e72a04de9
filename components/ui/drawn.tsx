import type { ComponentProps, ReactNode } from 'react';
import { htmlOf } from './html';

type DrawnProps = Omit<ComponentProps<'div'>, 'dangerouslySetInnerHTML'> & { children: ReactNode };

/**
 * A part of a page that no script touches (tables, charts, lists; links are followed by `components/shell/follow-links`): it goes to the browser as HTML and
 * nothing else. React would draw each element three times on the server, send it twice and look at it again in the browser.
 * What needs a hand of its own (client components, forms with actions) stays outside.
 */
export function Drawn({ children, ...rest }: DrawnProps) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: htmlOf writes it from elements, each text escaped
  return <div data-drawn="" {...rest} dangerouslySetInnerHTML={{ __html: htmlOf(children) }} />;
}
