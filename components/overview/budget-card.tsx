import { useTranslations } from 'next-intl';
import { ProgressBar } from '@/components/ui/facts';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { RowHead, Table, Td, Th } from '@/components/ui/table';
import type { Format } from '@/lib/i18n/format';
import { useFormat } from '@/lib/i18n/use-format';
import type { LineCost } from '@/lib/indicators/queries/headline';
import type { KindCost } from '@/lib/overview/queries/delivery';
import type { Money } from '@/lib/overview/rules';

type Props = { budgetUsd: number | null; lines: LineCost[]; kinds: KindCost[]; base: string };
const amounts = (format: Format, money: readonly Money[]) => money.map(({ amount, currency }) => format.money(amount, currency)).join(' + ') || '–';

/** What the approved budget gives and what was spent: activities by kind as their records say, equipment line by line. Currencies stay apart, since records of cost hold no rate. */
export function BudgetCard({ budgetUsd, lines, kinds, base }: Props) {
  const [t, words] = [useTranslations('overview'), useTranslations('vocabulary.activityKinds')];
  const format = useFormat();
  return (
    <Card title={t('cards.budget')} id="budget" description={budgetUsd === null ? t('budgetHint') : t('budgetOf', { budget: format.money(budgetUsd, 'USD') })} flush>
      <h3 className="px-4 pt-1 text-sm font-semibold">{t('costByKind')}</h3>
      <Table stack caption={t('costByKind')}>
        <thead><tr><Th>{t('kind')}</Th><Th numeric>{t('withCost')}</Th><Th numeric>{t('cost')}</Th></tr></thead>
        <tbody>
          {kinds.length === 0 && <tr><td colSpan={3} className="text-soft">{t('noCosts')}</td></tr>}
          {kinds.map(({ kind, delivered, costed, costs }) => (
            <tr key={kind}>
              <RowHead className="font-normal"><TextLink quiet href={`${base}/activities?kind=${kind}&review=approved&implementation=completed&costed=1`}>{words(kind)}</TextLink></RowHead>
              <Td numeric inline label={t('withCost')}>{t('costedOf', { costed: format.number(costed), delivered: format.number(delivered) })}</Td>
              <Td numeric inline label={t('cost')}>{amounts(format, costs)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <EquipmentLines lines={lines} base={base} />
    </Card>
  );
}

function EquipmentLines({ lines, base }: { lines: LineCost[]; base: string }) {
  const [t, common] = [useTranslations('overview'), useTranslations('common')];
  const format = useFormat();
  // To the cent: rounded lines would not add up to their total.
  const usd = (value: number) => format.money(Math.round(value * 100) / 100, 'USD');
  const sum = (key: 'approvedUsd' | 'deliveredUsd' | 'items' | 'unvalued') => lines.reduce((total, line) => total + line[key], 0);
  const delivered = (line: { deliveredUsd: number; unvalued: number; items: number }) => <>{line.items > line.unvalued || line.items === 0 ? usd(line.deliveredUsd) : null}{line.unvalued > 0 && <span className="block text-xs text-soft">{t('withoutValue', { n: line.unvalued })}</span>}</>;
  if (lines.length === 0) return <p className="px-4 py-3 text-soft">{t('noLines')}</p>;
  return (
    <>
      <h3 className="px-4 pt-4 text-sm font-semibold">{t('equipmentLines')}</h3>
      <Table stack caption={t('equipmentLines')}>
        <thead><tr><Th>{t('line')}</Th><Th numeric>{t('approved')}</Th><Th numeric>{t('handedOver')}</Th><Th className="max-sm:hidden">{t('share')}</Th></tr></thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <RowHead className="font-normal">{line.id === null ? t('withoutLine') : <TextLink quiet href={`${base}/equipment?line=${line.id}&handed=yes`}><span className="tabular mr-1.5 text-soft">{line.code}</span>{line.description}</TextLink>}</RowHead>
              <Td numeric inline label={t('approved')}>{line.id === null ? '–' : usd(line.approvedUsd)}</Td>
              <Td numeric inline label={t('handedOver')}>{delivered(line)}</Td>
              <Td className="w-32 max-sm:hidden">{line.approvedUsd > 0 && <><span className="tabular text-xs">{format.percent(line.deliveredUsd / line.approvedUsd)}</span><ProgressBar value={line.deliveredUsd / line.approvedUsd} tone={line.deliveredUsd > line.approvedUsd ? 'warn' : 'accent'} /></>}</Td>
            </tr>
          ))}
        </tbody>
        <tfoot><tr><RowHead>{common('total')}</RowHead><Td numeric inline label={t('approved')}>{usd(sum('approvedUsd'))}</Td><Td numeric inline label={t('handedOver')}>{delivered({ deliveredUsd: sum('deliveredUsd'), unvalued: sum('unvalued'), items: sum('items') })}</Td><Td className="max-sm:hidden" /></tr></tfoot>
      </Table>
      <p className="px-4 py-2 text-xs"><TextLink href={`${base}/equipment/budget`}>{t('budgetDetail')}</TextLink></p>
    </>
  );
}
