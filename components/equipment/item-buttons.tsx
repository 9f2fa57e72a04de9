import { useTranslations } from 'next-intl';
import { ButtonLink, buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

/** What is done with an item where it stands: print its label, record a check. */
export function ItemButtons({ path, itemId, mayCheck }: { path: string; itemId: string; mayCheck: boolean }) {
  const [labels, checks] = [useTranslations('labels'), useTranslations('checks')];
  return (
    <>
      <a className={buttonClass()} href={`${path}/labels.pdf?format=roll_62&item=${itemId}`} target="_blank" rel="noopener">
        <Icon name="print" />
        {labels('one')}
      </a>
      {mayCheck && (
        <ButtonLink href={`${path}/checks/new?item=${itemId}`} variant="primary" icon="check">
          {checks('record')}
        </ButtonLink>
      )}
    </>
  );
}
