import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { Table, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import type { CooperationSummary } from '@/lib/indicators/queries/cooperation';

/** How many units work with each other, and which do most; a pair opens what they had in common. `records`: may those be opened? */
export function CooperationCard({ summary: { units, pairs, top }, base, records }: { summary: CooperationSummary; base: string; records: boolean }) {
  const [t, kinds] = [useTranslations('overview'), useTranslations('cooperation.kinds')];
  const format = useFormat();
  if (pairs === 0) return <Card title={t('cards.cooperation')} id="cooperation"><p className="text-soft">{t('noPairs')}</p></Card>;
  return (
    <Card title={t('cards.cooperation')} id="cooperation" description={<TextLink href={`${base}/cooperation`}>{t('pairs', { pairs, units })}</TextLink>} flush>
      <Table caption={t('topPairs')}>
        <thead><tr><Th>{t('pair')}</Th><Th numeric>{t('contacts')}</Th><Th numeric className="max-sm:hidden">{kinds('meeting')}</Th><Th numeric className="max-sm:hidden">{kinds('training')}</Th><Th numeric className="max-sm:hidden">{kinds('actionPoint')}</Th></tr></thead>
        <tbody>
          {top.map(({ a, b, aName, bName, meeting, training, actionPoint }) => (
            <tr key={`${a} ${b}`}>
              <th scope="row" className="font-normal">{records ? <TextLink quiet href={`${base}/cooperation?a=${a}&b=${b}#shared`}>{aName} – {bName}</TextLink> : `${aName} – ${bName}`}</th>
              <td className="num font-semibold">{format.number(meeting + training + actionPoint)}</td>
              <td className="num max-sm:hidden">{format.number(meeting)}</td>
              <td className="num max-sm:hidden">{format.number(training)}</td>
              <td className="num max-sm:hidden">{format.number(actionPoint)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="px-4 py-2 text-xs text-soft">{t('pairsRule')}</p>
    </Card>
  );
}
