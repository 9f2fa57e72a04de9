import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/feedback';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { RowHead, Table, Td, Th } from '@/components/ui/table';
import type { BudgetLine, LineDelivery } from '@/lib/equipment/queries/budget';
import { type ComparedLine, differenceUsd } from '@/lib/equipment/rules/budget';
import { useFormat } from '@/lib/i18n/use-format';
import { ValueUsd } from './value-usd';

type Props = { path: string; lines: ComparedLine<BudgetLine>[]; outside: LineDelivery | null; mayPlan: boolean };

/** What was delivered against the approved budget, line by line, with the difference and its reason. */
export function BudgetTable({ path, lines, outside, mayPlan }: Props) {
  const [t, common, format] = [useTranslations('equipment'), useTranslations('common'), useFormat()];
  if (lines.length === 0) return <Card><EmptyState icon="list" title={t('noLines')}>{t('noLinesHint')}</EmptyState></Card>;
  const deliveries = [...lines.map((row) => row.delivery), ...(outside ? [outside] : [])];
  const sum = (key: keyof Sums) => deliveries.reduce((total, one) => total + one[key], 0);
  const all: Sums = { items: sum('items'), registeredUsd: sum('registeredUsd'), unvalued: sum('unvalued'), delivered: sum('delivered'), deliveredUsd: sum('deliveredUsd'), deliveredUnvalued: sum('deliveredUnvalued') };
  const approved = lines.reduce((total, row) => total + row.line.approvedUsd, 0);
  return (
    <Card title={t('coherence')} description={t('coherenceRule')} flush>
      <Table stack caption={t('coherence')}>
        <thead>
          <tr><Th>{t('budgetLine')}</Th><Th numeric>{t('approvedNumber')}</Th><Th numeric>{t('deliveredNumber')}</Th><Th numeric>{t('approvedUsd')}</Th><Th numeric>{t('orderedUsd')}</Th><Th numeric>{t('deliveredUsd')}</Th><Th numeric>{t('difference')}</Th><Th>{t('reason')}</Th></tr>
        </thead>
        <tbody>
          {lines.map((row) => <Line key={row.line.id} row={row} path={path} mayPlan={mayPlan} />)}
          {outside && (
            <tr><RowHead>{t('withoutLine')}</RowHead><Td numeric>–</Td><Td label={t('deliveredNumber')} numeric>{format.number(outside.delivered)}</Td><Td numeric>–</Td><Td label={t('orderedUsd')} numeric><Registered of={outside} /></Td><Td label={t('deliveredUsd')} numeric><Delivered of={outside} /></Td><Td label={t('difference')} numeric><Difference usd={differenceUsd(outside, 0)} of={outside} /></Td><Td /></tr>
          )}
        </tbody>
        <tfoot>
          <tr><RowHead>{common('total')}</RowHead><Td /><Td label={t('deliveredNumber')} numeric>{format.number(all.delivered)}</Td><Td label={t('approvedUsd')} numeric>{format.number(approved)}</Td><Td label={t('orderedUsd')} numeric><Registered of={all} /></Td><Td label={t('deliveredUsd')} numeric><Delivered of={all} /></Td><Td label={t('difference')} numeric><Difference usd={differenceUsd(all, approved)} of={all} /></Td><Td /></tr>
        </tfoot>
      </Table>
    </Card>
  );
}

type Sums = Omit<LineDelivery, 'lineId'>;
const Registered = ({ of }: { of: Sums }) => <ValueUsd usd={of.registeredUsd} pieces={of.items} unvalued={of.unvalued} />;
const Delivered = ({ of }: { of: Sums }) => <ValueUsd usd={of.deliveredUsd} pieces={of.delivered} unvalued={of.deliveredUnvalued} />;
const signed = (value: number, write: (value: number) => string) => `${value > 0 ? '+' : ''}${write(value)}`;

function Difference({ usd, of }: { usd: number | null; of: Sums }) {
  const [t, format] = [useTranslations('equipment'), useFormat()];
  if (usd !== null) return signed(usd, format.number);
  return <span className="text-xs text-soft">{t('differenceUnknown', { n: of.delivered - of.deliveredUnvalued, of: of.delivered })}</span>;
}

function Line({ row: { line, delivery, difference, unexplained }, path, mayPlan }: { row: ComparedLine<BudgetLine>; path: string; mayPlan: boolean }) {
  const [t, format] = [useTranslations('equipment'), useFormat()];
  return (
    <tr>
      <RowHead className="min-w-44">
        <span className="tabular text-soft">{line.code}</span> {mayPlan ? <TextLink quiet href={`${path}/budget/${line.id}`} className="inline-block min-h-6">{line.description}</TextLink> : line.description}
        <TextLink href={`${path}?line=${line.id}`} className="flex min-h-6 w-fit items-center text-xs font-normal">{t('itemsOfLine', { n: delivery.items })}</TextLink>
      </RowHead>
      <Td label={t('approvedNumber')} numeric>{format.number(line.approvedQuantity)}</Td>
      <Td label={t('deliveredNumber')} numeric>{format.number(delivery.delivered)}{difference.quantity ? <span className="block text-xs text-soft">{signed(difference.quantity, format.number)}</span> : null}</Td>
      <Td label={t('approvedUsd')} numeric>{format.number(line.approvedUsd)}{line.currency !== 'USD' && <span className="block text-xs text-soft">{format.money(line.approvedAmount, line.currency)}</span>}</Td>
      <Td label={t('orderedUsd')} numeric><Registered of={delivery} /></Td>
      <Td label={t('deliveredUsd')} numeric><Delivered of={delivery} /></Td>
      <Td label={t('difference')} numeric><Difference usd={difference.usd} of={delivery} /></Td>
      <Td label={t('reason')} className="min-w-40">{line.differenceReason ?? (unexplained ? <Badge tone="warn" icon="warning">{t('unexplained')}</Badge> : '–')}</Td>
    </tr>
  );
}
