import { useTranslations } from 'next-intl';
import { ButtonLink, buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { DueItem } from '@/lib/equipment/queries/due';

type Props = { path: string; itemId: string; mayCheck: boolean; /** what its checks ask for; none where it cannot be checked */ asks: DueItem | undefined };

/** What is done with an item where it stands: print its label, record a check, and agree on what is to be done where one failed or is overdue. */
export function ItemButtons({ path, itemId, mayCheck, asks }: Props) {
  const [labels, checks] = [useTranslations('labels'), useTranslations('checks')];
  return (
    <>
      <a className={buttonClass()} href={`${path}/labels.pdf?format=roll_62&item=${itemId}`} target="_blank" rel="noopener">
        <Icon name="print" />
        {labels('one')}
      </a>
      {mayCheck && asks?.actionPoint === null && asks.attention.some((state) => state !== 'due') && <ButtonLink href={`${path}/checks/raise?item=${itemId}`} icon="flag">{checks('raise')}</ButtonLink>}
      {mayCheck && (
        <ButtonLink href={`${path}/checks/new?item=${itemId}`} variant="primary" icon="check">
          {checks('record')}
        </ButtonLink>
      )}
    </>
  );
}
