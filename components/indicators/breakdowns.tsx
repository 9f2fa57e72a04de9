import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/page';
import { Table, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import type { BreakdownRow } from '@/lib/indicators/queries/breakdown';
import type { IndicatorDetail } from '@/lib/indicators/queries/detail';

const indents = ['', 'pl-4', 'pl-8', 'pl-12', 'pl-16'];
type Props = { title: string; rows: BreakdownRow[]; name: (row: BreakdownRow) => string; detail: IndicatorDetail; write: (value: number | null) => string };

/** One dimension of a figure; its lines (in a tree: those of the top level) add up to the total under them. */
function BreakdownTable({ title, rows, name, detail, write }: Props) {
  const t = useTranslations('indicators');
  const total = useTranslations('common')('total');
  const format = useFormat();
  const { indicator } = detail;
  const share = indicator.denominator !== null;
  const tree = rows.some((row) => row.depth > 0);
  const parts = (row: { numerator: number | null; denominator: number | null }) => share && <td className="num">{row.denominator === null ? '–' : t('parts', { part: format.number(row.numerator), whole: format.number(row.denominator) })}</td>;
  return (
    <Table caption={title}>
      <thead>
        <tr><Th>{title}</Th>{tree && !share && <Th numeric>{t('ownOnly')}</Th>}{share && <Th numeric>n</Th>}<Th numeric>{tree ? t('withUnits') : t('actual')}</Th></tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row" className={row.depth === 0 ? '' : 'font-normal'}><span className={`block ${indents[Math.min(row.depth, 4)]}`}>{name(row)}</span></th>
            {tree && !share && <td className="num text-soft">{write(row.own)}</td>}
            {parts(row)}
            <td className="num">{row.withheld ? '*' : write(row.value)}{row.unvalued && <span className="block text-xs font-normal text-soft">{t('unvalued', { n: row.unvalued })}</span>}</td>
          </tr>
        ))}
      </tbody>
      <tfoot><tr><th scope="row">{total}</th>{tree && !share && <td />}{parts(indicator)}<td className="num">{write(indicator.actual)}</td></tr></tfoot>
    </Table>
  );
}

/** Who and where: by sex and by institution, with what is hidden said. */
export function Breakdowns({ detail, minimum, write }: { detail: IndicatorDetail; minimum: number; write: (value: number | null) => string }) {
  const t = useTranslations('indicators');
  const sexes = useTranslations('vocabulary.sexes');
  const { breakdown, measure } = detail;
  if (!breakdown || !measure || measure.dimensions.length === 0 || detail.indicator.actual === null) return null;
  const { sex, institution } = breakdown;
  if (!sex && !institution) return <Card><p className="text-soft">{t('noBreakdown')}</p></Card>;
  const hidden = [...(sex ?? []), ...(institution ?? [])].some((row) => row.withheld);
  const sexName = (row: BreakdownRow) => sexes((row.key ?? 'not_stated') as 'female');
  return (
    <div className="grid grid-cols-1 gap-3">
      {sex && sex.length > 0 && <Card flush className="overflow-hidden"><BreakdownTable title={t('bySex')} rows={sex} name={sexName} detail={detail} write={write} /></Card>}
      {institution && institution.length > 0 && <Card flush className="overflow-hidden"><BreakdownTable title={t('byInstitution')} rows={institution} name={(row) => detail.institutionName(row.key) || t('noInstitution')} detail={detail} write={write} /></Card>}
      {hidden && <p className="text-xs text-soft">* {t('smallCells', { n: minimum })}</p>}
    </div>
  );
}
