import { Link } from '@/components/ui/link';
import { useTranslations } from 'next-intl';
import { Icon } from './icon';

export type Crumb = { label: string; href: string };

/** The way up, without the page itself: that is the title below. */
export function Breadcrumbs({ items }: { items: Crumb[] }) {
  const t = useTranslations('nav');
  return (
    <nav aria-label={t('breadcrumbs')} className="mb-2">
      <ol className="flex flex-wrap items-center gap-x-1 text-xs text-soft">
        {items.map((item, index) => (
          <li key={item.href} className="flex items-center gap-1">
            {index > 0 && <Icon name="right" size={12} />}
            <Link href={item.href} className="inline-block max-w-64 truncate py-1 hover:text-accent hover:underline">
              {item.label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
