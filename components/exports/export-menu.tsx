import { useTranslations } from 'next-intl';
import { hrefWith, type Params } from '@/components/ui/filters';
import { Icon } from '@/components/ui/icon';
import { Menu } from '@/components/ui/navigation';
import type { ExportedList } from './lists';

/** The whole list as it is filtered now, as a file: all of its rows, not only this page. */
export function ExportMenu({ project, list, params }: { project: string; list: ExportedList; params: Params }) {
  const t = useTranslations('exports');
  const href = (format: string) => hrefWith(`/projects/${project}/export/${list}`, { ...params, after: undefined, before: undefined, format });
  return (
    <Menu label={t('export')} icon="download" align="left">
      {(['xlsx', 'csv'] as const).map((format) => (
        <a key={format} href={href(format)} download className="menu-item">
          <Icon name="file" />
          {t(`formats.${format}`)}
        </a>
      ))}
      <p className="max-w-56 px-2 py-1 text-xs text-soft">{t('hint')}</p>
    </Menu>
  );
}
