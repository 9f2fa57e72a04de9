import { Link } from '@/components/ui/link';
import type { ComponentProps, ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'ghost';
type Looks = { variant?: ButtonVariant; size?: 'md' | 'sm'; icon?: IconName; children?: ReactNode; className?: string };

/** The classes of a button, for elements that must look like one (summary, label). */
export const buttonClass = ({ variant = 'secondary', size = 'md', className = '' }: Looks = {}) => `btn btn-${variant} btn-${size} ${className}`.trim();

export function Button({ variant, size, icon, className, children, type = 'button', ...rest }: Looks & ComponentProps<'button'>) {
  return (
    <button type={type} className={buttonClass({ variant, size, className })} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

export function ButtonLink({ variant, size, icon, className, children, ...rest }: Looks & ComponentProps<typeof Link>) {
  return (
    <Link className={buttonClass({ variant, size, className })} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}

/** A square button with only an icon; `label` is its name. */
export function IconButton({
  icon,
  label,
  variant = 'ghost',
  className = '',
  ...rest
}: { icon: IconName; label: string; variant?: ButtonVariant } & Omit<ComponentProps<'button'>, 'children'>) {
  return (
    <button type="button" aria-label={label} title={label} className={`btn btn-${variant} size-9 ${className}`.trim()} {...rest}>
      <Icon name={icon} />
    </button>
  );
}
