import { Link } from '@/components/ui/link';
import { useTranslations } from 'next-intl';
import { hrefWith, type Params } from '@/components/ui/filters';
import { Card } from '@/components/ui/page';
import { RowHead, Table, Td } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import type { CooperationChoice, CooperationMatrix as Matrix } from '@/lib/indicators/rules/cooperation-view';
import { WeightSwitch } from './weight-switch';

type Props = { matrix: Matrix; choice: CooperationChoice; path: string; params: Params; pair: { a: string; b: string } | null; name: (id: string) => string; asOf: string | null; /** numbers only: no way to the records, no count of people */ aggregatesOnly: boolean };

// Four steps of one hue; the number stands in the cell, so that no shade has to be read.
const shade = (share: number) => (share > 0.66 ? 'bg-accent-fill text-on-accent print:bg-transparent print:font-bold' : share > 0.33 ? 'bg-accent-soft text-accent font-semibold' : share > 0 ? 'bg-accent-soft text-accent' : '');

/** Institution by institution: what both had in common, and how that changed against the period before. Each number opens the records behind it. */
export function CooperationMatrix({ matrix, choice, path, params, pair, name, asOf, aggregatesOnly }: Props) {
  const t = useTranslations('cooperation');
  const format = useFormat();
  const { units, contact } = matrix;
  const highest = Math.max(1, ...units.flatMap((a) => units.filter((b) => b !== a).map((b) => contact(a, b).now)));
  const cell = (row: string, column: string) => {
    const own = row === column;
    const { now, before } = contact(row, column);
    if (own && choice.kind === 'regional') return <Td key={column} className="bg-sunken text-center text-soft">–</Td>;
    const change = before !== null && before !== now && <span className="block text-xs text-soft">{t('change', { sign: now > before ? '+' : '−', n: format.number(Math.abs(now - before)) })}</span>;
    const open = pair !== null && ((pair.a === row && pair.b === column) || (pair.a === column && pair.b === row));
    if (now === 0) return <Td key={column} className="text-center text-soft"><span className="tabular inline-flex min-h-7 items-center">0</span>{change}</Td>;
    const tint = own ? 'bg-sunken text-soft' : shade(now / highest);
    if (aggregatesOnly) return <Td key={column} className="text-center tabular"><span className={`inline-flex min-h-7 min-w-9 items-center justify-center rounded px-1.5 ${tint}`}>{format.number(now)}</span>{change}</Td>;
    const label = own ? t(`ownCell.${choice.weight}`, { n: now, unit: name(row) }) : t(`cell.${choice.weight}`, { n: now, first: name(row), second: name(column) });
    return (
      <Td key={column} className="text-center tabular">
        <Link href={`${hrefWith(path, params, { a: row, b: column })}#shared`} aria-label={label} aria-current={open ? 'true' : undefined} className={`inline-flex min-h-7 min-w-9 items-center justify-center rounded px-1.5 underline-offset-3 hover:underline aria-[current]:outline-2 aria-[current]:outline-accent ${tint}`}>
          {format.number(now)}
        </Link>
        {change}
      </Td>
    );
  };
  return (
    <Card title={t('matrix')} description={`${t(`rule.${choice.weight}`)} ${choice.previousId ? t('changeRule') : ''} ${asOf ? t('asOf', { date: format.date(asOf) }) : ''}`} action={!aggregatesOnly && <WeightSwitch path={path} params={params} weight={choice.weight} />} flush>
      <Table caption={t('matrix')}>
        <thead>
          <tr>
            <th scope="col" className="sticky left-0 z-10 bg-surface"><span className="sr-only">{t('institution')}</span></th>
            {units.map((unit, index) => <th key={unit} scope="col" className="text-center" title={name(unit)}><abbr title={name(unit)} className="no-underline">{index + 1}</abbr><span className="sr-only"> {name(unit)}</span></th>)}
          </tr>
        </thead>
        <tbody>
          {units.map((row, index) => (
            <tr key={row}>
              <RowHead className="sticky left-0 z-10 w-36 min-w-36 bg-surface sm:w-auto sm:min-w-56"><span className="tabular mr-2 inline-block w-5 text-right text-soft">{index + 1}</span>{name(row)}</RowHead>
              {units.map((column) => cell(row, column))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
