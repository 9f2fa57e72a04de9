import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Gantt } from '@/components/charts/gantt';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { Table, Td, Th } from '@/components/ui/table';
import type { Format } from '@/lib/i18n/format';
import { useFormat } from '@/lib/i18n/use-format';
import type { Delivery, DeliveryLine } from '@/lib/overview/queries/delivery';
import { type Money, perPerson } from '@/lib/overview/rules';
import type { ResultNode } from '@/lib/results/queries';
import type { LevelTemplate } from '@/lib/shared/vocabulary';

type Props = { delivery: Delivery; results: ResultNode[]; people: number; today: string; /** null: no records to open */ base: string | null; template: LevelTemplate };
const amounts = (format: Format, money: readonly Money[]) => money.map(({ amount, currency }) => format.money(amount, currency)).join(' + ') || '–';

/** Per output: when it was planned and when it was done, how much of it, and what it cost. */
export function DeliveryCard({ delivery, results, people, today, base, template }: Props) {
  const [t, levels] = [useTranslations('overview'), useTranslations('vocabulary.levelNames')];
  const format = useFormat();
  const outputs = results.filter((result) => result.level === 'output');
  const lineOf = (id: string | null) => delivery.lines.find((line) => line.outputId === id);
  const rows = [...outputs.map((result) => ({ code: result.code, statement: result.statement, line: lineOf(result.id) })), { code: '', statement: t('noOutput'), line: lineOf(null) }].filter((row): row is typeof row & { line: DeliveryLine } => row.line !== undefined);
  const behind = (code: string, filter: string) => base && `${base}/activities?output=${encodeURIComponent(code || '-')}&${filter}`;
  if (rows.length === 0) return <Card title={t('delivery')} id="delivery"><p className="text-soft">{t('noPlan')}</p></Card>;
  return (
    <Card title={t('delivery')} id="delivery" description={t('deliveryHint')} flush>
      <Timing rows={rows} today={today} />
      <Table stack caption={t('delivery')}>
        <thead>
          <tr><Th>{levels(`${template}.output`)}</Th><Th numeric>{t('planned')}</Th><Th numeric>{t('delivered')}</Th><Th numeric className="sm:max-md:hidden">{t('plannedCost')}</Th><Th numeric>{t('deliveredCost')}</Th></tr>
        </thead>
        <tbody>
          {rows.map(({ code, statement, line }) => (
            <tr key={code}>
              <th scope="row" className="font-normal"><span className="tabular mr-1.5 text-soft">{code}</span>{statement}</th>
              <Td numeric inline label={t('planned')}><Opens to={behind(code, planned)}>{format.number(line.planned)}</Opens></Td>
              <Td numeric inline label={t('delivered')} className="font-semibold"><Opens to={behind(code, delivered)}>{format.number(line.delivered)}</Opens></Td>
              <Td numeric label={t('plannedCost')} className="sm:max-md:hidden"><Opens to={line.costs.planned.length > 0 ? behind(code, `${planned}&costed=1`) : null}>{amounts(format, line.costs.planned)}</Opens></Td>
              <Td numeric label={t('deliveredCost')}><Opens to={line.costs.delivered.length > 0 ? behind(code, `${delivered}&costed=1`) : null}>{amounts(format, line.costs.delivered)}</Opens></Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <CostPerPerson trainings={delivery.trainings} people={people} />
    </Card>
  );
}

const [planned, delivered] = ['planned=1', 'review=approved&implementation=completed'];
/** A number that opens the records it is the number of; `to` null: it opens none. */
const Opens = ({ to, children }: { to: string | null; children: ReactNode }) => (to ? <TextLink quiet href={to} className="inline-flex min-h-6 items-center">{children}</TextLink> : children);

type Row = { code: string; statement: string; line: DeliveryLine };

function Timing({ rows, today }: { rows: Row[]; today: string }) {
  const t = useTranslations('overview');
  const format = useFormat();
  const runs = rows.flatMap(({ line }) => [...line.plannedRuns, ...line.deliveredRuns]);
  const months = runs.flatMap(({ from, to }) => [from, to]).sort();
  const span = { from: months[0] ?? '', to: months.at(-1) ?? '' };
  if (!span.from) return null;
  const range = ({ from, to }: { from: string; to: string }) => (from === to ? format.month(from) : `${format.month(from)} – ${format.month(to)}`);
  const said = (list: { from: string; to: string }[]) => list.map(range).join(', ') || t('nothing');
  const lines = rows.map(({ code, statement, line }) => ({ key: code, label: code, words: t('runs', { label: code || statement, planned: said(line.plannedRuns), delivered: said(line.deliveredRuns) }), planned: line.plannedRuns, delivered: line.deliveredRuns }));
  return <div className="px-4 pb-2"><Gantt title={t('dates', { from: format.month(span.from), to: format.month(span.to) })} lines={lines} span={span} today={today} month={format.monthYearShort} legend={{ planned: t('planned'), delivered: t('delivered') }} /></div>;
}

function CostPerPerson({ trainings, people }: { trainings: Delivery['trainings']; people: number }) {
  const t = useTranslations('overview');
  const format = useFormat();
  const each = perPerson(trainings.costs, people);
  if (each.length === 0) return <p className="px-4 py-3 text-xs text-soft">{t('perPersonNone')}</p>;
  return (
    <p className="tabular px-4 py-3">
      {t('perPerson', { amounts: amounts(format, each.map(({ amount, currency }) => ({ amount: Math.round(amount), currency }))) })}
      <span className="block text-xs text-soft">{t('perPersonRule', { costed: format.number(trainings.costed), delivered: format.number(trainings.delivered), people: format.number(people) })}</span>
    </p>
  );
}
