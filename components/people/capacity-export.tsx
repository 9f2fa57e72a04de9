import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { hrefWith, type Params } from '@/components/ui/filters';

/** The view as it is filtered, as a file. */
export function CapacityExport({ path, params }: { path: string; params: Params }) {
  const t = useTranslations('capacity');
  return (['xlsx', 'csv'] as const).map((format) => (
    <ButtonLink key={format} href={hrefWith(`${path}/export`, params, { format })} icon="download">{t('export', { format: format.toUpperCase() })}</ButtonLink>
  ));
}
