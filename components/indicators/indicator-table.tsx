import { useTranslations } from 'next-intl';
import { TargetBar } from '@/components/charts/target-bar';
import { StatusBadge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/link';
import { Table, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import type { IndicatorFigure } from '@/lib/indicators/queries/figures';
import type { ResultNode } from '@/lib/results/queries';
import type { LevelTemplate } from '@/lib/shared/vocabulary';
import { valueFormat } from './value';

/** The value of an indicator with the parts of a share under it. */
export function Actual({ indicator, write }: { indicator: IndicatorFigure; write: (value: number | null) => string }) {
  const t = useTranslations('indicators');
  const format = useFormat();
  if (indicator.withheld) return <span className="text-soft">{t('withheld')}</span>;
  return (
    <>
      {indicator.answer ? <span className="line-clamp-3 text-left">{indicator.answer}</span> : <span className="font-semibold">{write(indicator.actual)}</span>}
      {indicator.actual !== null && indicator.denominator !== null && <span className="block text-xs text-soft">{t('parts', { part: format.number(indicator.numerator), whole: format.number(indicator.denominator) })}</span>}
    </>
  );
}

function Line({ indicator, base, day, expectedLabel }: { indicator: IndicatorFigure; base: string; day?: string; expectedLabel: string }) {
  const t = useTranslations('indicators');
  const write = valueFormat(useFormat(), indicator.unit, { yes: t('yes'), no: t('no') });
  const { baseline, actual, expected, target, state } = indicator;
  return (
    <tr>
      <th scope="row" className="font-normal sm:min-w-64">
        <TextLink quiet href={`${base}/indicators/${encodeURIComponent(indicator.code)}${day ? `?day=${day}` : ''}`}><span className="tabular mr-1.5 text-soft">{indicator.code}</span>{indicator.statement}</TextLink>
        <span className="mt-1 block sm:hidden"><StatusBadge of="indicator" state={state} /></span>
      </th>
      <td className="num max-md:hidden">{baseline === null ? <span className="text-soft">{t('unknown')}</span> : write(baseline)}</td>
      <td className="num"><Actual indicator={indicator} write={write} />{target !== null && <span className="block text-xs text-soft sm:hidden">{t('target')}: {write(target)}</span>}</td>
      <td className="num max-md:hidden">{write(expected)}</td>
      <td className="num max-sm:hidden">{target === null ? <span className="text-soft">{t('none')}</span> : write(target)}</td>
      <td className="w-36 max-md:hidden"><TargetBar baseline={baseline} actual={actual} expected={expected} target={target} state={state} format={write} expectedLabel={expectedLabel} /></td>
      <td className="max-sm:hidden"><StatusBadge of="indicator" state={state} /></td>
    </tr>
  );
}

/** All indicators under the results they belong to: baseline, actual, expected by now or by a day of the past, target, state. `base`: address of the project. */
export function IndicatorTable({ results, indicators, base, caption, template, day, expectedOn = day }: { results: ResultNode[]; indicators: IndicatorFigure[]; base: string; caption: string; template: LevelTemplate; /** as known on this day of the past */ day?: string; /** what was expected by this day of the past */ expectedOn?: string }) {
  const t = useTranslations('indicators');
  const levels = useTranslations('vocabulary.levelNames');
  const format = useFormat();
  const expectedLabel = expectedOn ? t('expectedBy', { date: format.date(expectedOn) }) : t('expected');
  const groups = results.map((result) => ({ result, own: indicators.filter((indicator) => indicator.resultId === result.id) })).filter((group) => group.own.length > 0);
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>{t('indicator')}</Th>
          <Th numeric className="max-md:hidden">{t('baseline')}</Th>
          <Th numeric>{t('actual')}</Th>
          <Th numeric className="max-md:hidden">{expectedLabel}</Th>
          <Th numeric className="max-sm:hidden">{t('target')}</Th>
          <Th className="max-md:hidden">{t('progress')}</Th>
          <Th className="max-sm:hidden">{t('state')}</Th>
        </tr>
      </thead>
      {groups.map(({ result, own }) => (
        <tbody key={result.id}>
          <tr>
            <th scope="rowgroup" colSpan={7} className="bg-sunken text-xs">
              <span className="mr-2 text-soft uppercase">{levels(`${template}.${result.level}`)} {result.level !== 'objective' && result.code}</span>
              <TextLink quiet href={`${base}/results#${result.code}`}>{result.statement}</TextLink>
            </th>
          </tr>
          {own.map((indicator) => <Line key={indicator.id} indicator={indicator} base={base} day={day} expectedLabel={expectedLabel} />)}
        </tbody>
      ))}
    </Table>
  );
}
