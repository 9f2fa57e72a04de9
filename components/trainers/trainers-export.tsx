import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { hrefWith, type Params } from '@/components/ui/filters';

/** The register of trainers as it is filtered, as a file. */
export function TrainersExport({ path, params }: { path: string; params: Params }) {
  const t = useTranslations('trainers');
  return (['xlsx', 'csv'] as const).map((format) => (
    <ButtonLink key={format} href={hrefWith(`${path}/export`, params, { format })} icon="download">{t('export', { format: format.toUpperCase() })}</ButtonLink>
  ));
}
