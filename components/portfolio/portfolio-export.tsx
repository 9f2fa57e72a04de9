import { useTranslations } from 'next-intl';
import { hrefWith, type Params } from '@/components/ui/filters';
import { Icon } from '@/components/ui/icon';
import { Menu } from '@/components/ui/navigation';

/** The projects as they are filtered and sorted now, as a file. */
export function PortfolioExport({ params }: { params: Params }) {
  const t = useTranslations('portfolio');
  return (
    <Menu label={t('export')} icon="download" align="right">
      {(['xlsx', 'csv'] as const).map((format) => (
        <a key={format} href={hrefWith('/api/projects/export', { ...params, page: undefined, format })} download className="menu-item">
          <Icon name="file" />
          {t(`formats.${format}`)}
        </a>
      ))}
    </Menu>
  );
}
