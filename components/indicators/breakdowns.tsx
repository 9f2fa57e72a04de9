import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/page';
import { Table, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import type { BreakdownRow } from '@/lib/indicators/queries/breakdown';
import type { IndicatorDetail } from '@/lib/indicators/queries/detail';

const indents = ['', 'pl-4', 'pl-8', 'pl-12', 'pl-16'];
type Props = { title: string; rows: BreakdownRow[]; overlap?: BreakdownRow | null; name: (row: BreakdownRow) => string; detail: IndicatorDetail; write: (value: number | null) => string };

/** One dimension of a figure; its lines (in a tree: those of the top level) add up to the total under them. */
function BreakdownTable({ title, rows, overlap, name, detail, write }: Props) {
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
        {overlap && <tr><th scope="row" className="font-normal text-soft">{t('severalTopics')}</th>{parts(overlap)}<td className="num">{write(share ? null : overlap.numerator)}</td></tr>}
      </tbody>
      <tfoot><tr><th scope="row">{total}</th>{tree && !share && <td />}{parts(indicator)}<td className="num">{write(indicator.actual)}</td></tr></tfoot>
    </Table>
  );
}

/** Who and where: by sex, institution, age band, place and topic, with what is hidden said. */
export function Breakdowns({ detail, minimum, write }: { detail: IndicatorDetail; minimum: number; write: (value: number | null) => string }) {
  const t = useTranslations('indicators');
  const sexes = useTranslations('vocabulary.sexes');
  const { breakdown, measure } = detail;
  const ages = useTranslations('vocabulary.ageBands');
  if (!breakdown || !measure || measure.dimensions.length === 0 || detail.indicator.actual === null) return null;
  const { sex, institution } = breakdown;
  const { age, place, topic } = detail.parts ?? {};
  const refused = (measure.dimensions.includes('institution') && !institution) || age === null || place === null;
  const shown = [sex, institution, age?.rows, place?.rows, topic?.rows].flatMap((rows) => rows ?? []);
  const sexName = (row: BreakdownRow) => sexes((row.key ?? 'not_stated') as 'female');
  const table = (title: string, rows: BreakdownRow[] | null | undefined, name: (row: BreakdownRow) => string, overlap?: BreakdownRow | null) =>
    rows && rows.length > 0 && <Card flush className="overflow-hidden"><BreakdownTable {...{ title, rows, overlap, name, detail, write }} /></Card>;
  return (
    <div className="grid grid-cols-1 gap-3">
      {refused && <Card><p className="text-soft">{t('noBreakdown')}</p></Card>}
      {table(t('bySex'), sex, sexName)}
      {table(t('byInstitution'), institution, (row) => detail.institutionName(row.key) || t('noInstitution'))}
      {table(t('byAge'), age?.rows, (row) => (row.key === null ? t('noAge') : ages(row.key as '25_34')))}
      {age && <p className="text-xs text-soft">{t('ageNote')}</p>}
      {table(t('byPlace'), place?.rows, (row) => row.key ?? t('noPlace'))}
      {table(t('byTopic'), topic?.rows, (row) => row.key ?? t('noTopic'), topic?.overlap)}
      {topic?.overlap && <p className="text-xs text-soft">{t('topicNote')}</p>}
      {topic === null && !refused && <p className="text-xs text-soft">{t('topicWithheld')}</p>}
      {shown.some((row) => row.withheld) && <p className="text-xs text-soft">* {t('smallCells', { n: minimum })}</p>}
    </div>
  );
}
