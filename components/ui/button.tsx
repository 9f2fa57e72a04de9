import { Link } from '@/components/ui/link';
import type { ComponentProps, ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'ghost';
type Looks = { variant?: ButtonVariant; size?: 'md' | 'sm'; icon?: IconName; children?: ReactNode; className?: string };

const base =
  'inline-flex items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap no-underline select-none disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:cursor-not-allowed aria-disabled:opacity-60';
const variants: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent-fill text-on-accent hover:bg-accent-strong',
  secondary: 'border-edge bg-surface text-ink hover:bg-sunken',
  danger: 'border-transparent bg-bad-fill text-on-accent hover:brightness-90',
  ghost: 'border-transparent text-accent hover:bg-accent-soft',
};
const sizes = { md: 'min-h-9 px-3.5 py-1.5 text-sm', sm: 'min-h-7 px-2 py-0.5 text-sm' };

/** The classes of a button, for elements that must look like one (summary, label). */
export const buttonClass = ({ variant = 'secondary', size = 'md', className = '' }: Looks = {}) => `${base} ${variants[variant]} ${sizes[size]} ${className}`;

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
    <button type="button" aria-label={label} title={label} className={`${base} ${variants[variant]} size-9 ${className}`} {...rest}>
      <Icon name={icon} />
    </button>
  );
}
