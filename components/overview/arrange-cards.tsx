import { useTranslations } from 'next-intl';
import { ActButton } from '@/components/ui/act-button';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/page';
import { Table, Th } from '@/components/ui/table';
import { arrangeAction } from '@/lib/overview/actions';
import type { CardPlace } from '@/lib/overview/rules';

const ofRecords: readonly string[] = ['todo', 'gaps', 'budget'];

/** The cards of the own overview: one place up or down, hidden or shown. `records`: the reader has the cards that speak of records. */
export function ArrangeCards({ cards, records }: { cards: CardPlace[]; records: boolean }) {
  const [t, common] = [useTranslations('overview'), useTranslations('common')];
  const shown = cards.filter(({ card }) => records || !ofRecords.includes(card));
  const act = { failedText: common('failed'), action: arrangeAction, size: 'sm' as const };
  return (
    <Card flush className="max-w-3xl">
      <Table caption={t('arrangeTitle')}>
        <thead><tr><Th>{t('card')}</Th><Th>{t('state')}</Th><Th>{t('acts')}</Th></tr></thead>
        <tbody>
          {shown.map(({ card, hidden }) => (
            <tr key={card}>
              <th scope="row" className="min-w-0">{t(`cards.${card}`)}</th>
              <td><Badge tone={hidden ? 'neutral' : 'good'} icon={hidden ? 'minus' : 'check'}>{t(hidden ? 'hidden' : 'shown')}</Badge></td>
              <td>
                <span className="flex flex-wrap gap-1">
                  <ActButton {...act} label={t('up')} context={t(`cards.${card}`)} icon="arrow-up" input={{ card, change: 'up' }} />
                  <ActButton {...act} label={t('down')} context={t(`cards.${card}`)} icon="arrow-down" input={{ card, change: 'down' }} />
                  <ActButton {...act} label={t(hidden ? 'showCard' : 'hide')} context={t(`cards.${card}`)} input={{ card, change: hidden ? 'show' : 'hide' }} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
