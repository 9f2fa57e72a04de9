import { useTranslations } from 'next-intl';
import { hrefWith, type Params } from '@/components/ui/filters';
import { TextLink } from '@/components/ui/link';

/** Counted by event or by people: two links, the present one marked. */
export function WeightSwitch({ path, params, weight }: { path: string; params: Params; weight: 'events' | 'people' }) {
  const t = useTranslations('cooperation.weight');
  return (
    <nav aria-label={t('label')} className="flex gap-3">
      {(['events', 'people'] as const).map((one) => (
        <TextLink key={one} href={hrefWith(path, params, { weight: one === 'people' ? one : undefined })} stay aria-current={one === weight ? 'true' : undefined} className="inline-flex min-h-6 items-center aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline">{t(one)}</TextLink>
      ))}
    </nav>
  );
}
