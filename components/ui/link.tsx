import type { ComponentProps } from 'react';

type LinkProps = ComponentProps<'a'> & { href: string; /** the page keeps its place where it is scrolled to */ stay?: boolean };

/**
 * The way to another page of the app: a plain anchor, which `components/shell/follow-links` follows without loading everything anew. Where no hand
 * touches it costs nothing: a list of fifty with client components for links took twice as long to draw.
 */
export const Link = ({ stay, ...rest }: LinkProps) => <a data-link={stay ? 'stay' : ''} {...rest} />;

/** A text link. `quiet` for titles in lists. */
export const TextLink = ({ quiet, className = '', ...rest }: LinkProps & { quiet?: boolean }) => <Link className={`${quiet ? 'quiet-link' : 'link'} ${className}`.trim()} {...rest} />;
