'use client';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { Table, Td, Th } from '@/components/ui/table';
import { ReadingValue } from '../reading-fields';
import type { Cell, Column, Line } from './form';

type Props = { columns: Column[]; lines: Line[]; open: number | null; setOpen: (place: number | null) => void };

/** The cells: inputs where something can be written, else what stands. */
export function ReadingsTable({ columns, lines, open, setOpen }: Props) {
  const t = useTranslations('indicators.grid');
  const all = useTranslations('indicators');
  const common = useTranslations('common');
  return (
    <Card flush className="overflow-hidden">
      <Table stack caption={t('title')}>
        <thead>
          <tr>
            <Th>{all('indicator')}</Th>
            {columns.map(({ id, name, span, closed }) => <Th key={id}>{name}<span className="block text-xs font-normal text-soft">{span}{closed && `, ${all('closed')}`}</span></Th>)}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, row) => (
            <tr key={line.id}>
              <th scope="row" className="min-w-48 sm:font-normal"><TextLink quiet href={line.href}><span className="tabular mr-1.5 text-soft">{line.code}</span>{line.statement}</TextLink><span className="block text-xs text-soft">{line.unitLabel}</span></th>
              {line.cells.map((cell, column) => (
                <Td key={cell.periodId} label={columns[column]?.name} data-cell={`${row}-${column}`} className="min-w-36 align-top">
                  {cell.place === null ? <Stands cell={cell} empty={common('noData')} /> : <Open {...{ cell, line, open, setOpen }} place={cell.place} period={columns[column]?.name ?? ''} />}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

const Stands = ({ cell, empty }: { cell: Cell; empty: string }) => <><span className="tabular">{cell.shown || <span className="text-soft">{empty}</span>}</span>{cell.state && <span className="block text-xs text-soft">{cell.state}</span>}</>;

function Open({ cell, line, place, period, open, setOpen }: { cell: Cell; line: Line; place: number; period: string } & Pick<Props, 'open' | 'setOpen'>) {
  const t = useTranslations('indicators.grid');
  const label = `${line.code}, ${period}`;
  return (
    <div className="grid gap-1">
      <ReadingValue at={`readings.${place}.`} unit={line.unit} label={label} hideLabel />
      <div className="flex flex-wrap items-center justify-between gap-x-2 text-xs text-soft">
        <span>{[line.unit === '%' && cell.shown.includes('(') ? cell.shown : null, cell.state].filter(Boolean).join(', ')}</span>
        <Button size="sm" variant="ghost" className="ml-auto" aria-expanded={open === place} aria-label={`${t('details')}: ${label}`} onClick={() => setOpen(open === place ? null : place)}>{t('details')}</Button>
      </div>
    </div>
  );
}
