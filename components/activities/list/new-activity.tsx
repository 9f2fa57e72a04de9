import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button';
import { Icon, type IconName } from '@/components/ui/icon';
import { MenuLink } from '@/components/ui/menu-link';
import { Menu } from '@/components/ui/navigation';
import { type ActivityKind, activityKinds } from '@/lib/shared/vocabulary';

const icons: Record<ActivityKind, IconName> = { training: 'training', equipment: 'box', meeting: 'meeting' };

/** The way to the form of each kind. */
export function NewActivity({ path, align = 'right' }: { path: string; align?: 'left' | 'right' }) {
  const t = useTranslations('activities');
  return (
    <Menu label={t('new')} icon="plus" align={align} summaryClass={buttonClass({ variant: 'primary' })}>
      {activityKinds.map((kind) => (
        <MenuLink key={kind} href={`${path}/${kind}/new`}>
          <Icon name={icons[kind]} />
          {t(`newKinds.${kind}`)}
        </MenuLink>
      ))}
    </Menu>
  );
}
