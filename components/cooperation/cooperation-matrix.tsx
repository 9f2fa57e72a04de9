import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { hrefWith } from '@/components/ui/filters';
import { Card } from '@/components/ui/page';
import { RowHead, Table, Td } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import type { Cooperation } from '@/lib/meetings/rules';

type Props = { cooperation: Cooperation; path: string; level?: string; pair: { a: string; b: string } | null; name: (id: string) => string; asOf: string };

// Four steps of one hue; the number stands in the cell, so that no shade has to be read.
const shade = (share: number) => (share > 0.66 ? 'bg-accent-fill text-on-accent' : share > 0.33 ? 'bg-accent-soft text-accent font-semibold' : share > 0 ? 'bg-accent-soft text-accent' : '');

/** Institution by institution: how many approved meetings both came to. Each number opens the meetings behind it. */
export function CooperationMatrix({ cooperation, path, level, pair, name, asOf }: Props) {
  const t = useTranslations('cooperation');
  const format = useFormat();
  const { units, shared } = cooperation;
  const highest = Math.max(1, ...units.flatMap((a) => units.filter((b) => b !== a).map((b) => shared(a, b).length)));
  const cell = (row: string, column: string) => {
    const n = shared(row, column).length;
    const own = row === column;
    const open = pair !== null && ((pair.a === row && pair.b === column) || (pair.a === column && pair.b === row));
    if (n === 0) return <Td key={column} className="text-center text-soft"><span className="tabular inline-flex min-h-7 items-center">0</span></Td>;
    const label = own ? t('ownCell', { n, unit: name(row) }) : t('cell', { n, first: name(row), second: name(column) });
    return (
      <Td key={column} className="text-center tabular">
        <Link href={`${hrefWith(path, { level }, { a: row, b: column })}#shared`} prefetch={false} aria-label={label} aria-current={open ? 'true' : undefined} className={`inline-flex min-h-7 min-w-9 items-center justify-center rounded px-1.5 underline-offset-3 hover:underline aria-[current]:outline-2 aria-[current]:outline-accent ${own ? 'bg-sunken text-soft' : shade(n / highest)}`}>
          {format.number(n)}
        </Link>
      </Td>
    );
  };
  return (
    <Card title={t('matrix')} description={t('rule', { date: format.date(asOf) })} flush>
      <Table caption={t('matrix')}>
        <thead>
          <tr>
            <th scope="col"><span className="sr-only">{t('institution')}</span></th>
            {units.map((unit, index) => <th key={unit} scope="col" className="text-center" title={name(unit)}><abbr title={name(unit)} className="no-underline">{index + 1}</abbr><span className="sr-only"> {name(unit)}</span></th>)}
          </tr>
        </thead>
        <tbody>
          {units.map((row, index) => (
            <tr key={row}>
              <RowHead className="min-w-56"><span className="tabular mr-2 inline-block w-5 text-right text-soft">{index + 1}</span>{name(row)}</RowHead>
              {units.map((column) => cell(row, column))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
