import { useTranslations } from 'next-intl';
import { Actual } from '@/components/indicators/indicator-table';
import { unitName, valueFormat } from '@/components/indicators/value';
import { StatusBadge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/link';
import { Table, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import type { IndicatorFigure } from '@/lib/indicators/queries/figures';
import type { ResultNode } from '@/lib/results/queries';
import type { LevelTemplate } from '@/lib/shared/vocabulary';
import { type Editing, ResultEditor } from './editor';
import { IndicatorActs, IndicatorSheet } from './indicator-editor';

function Line({ indicator, base, editing }: { indicator: IndicatorFigure; base: string; editing: Editing | null }) {
  const t = useTranslations('indicators');
  const methods = useTranslations('indicators.methods');
  const write = valueFormat(useFormat(), indicator.unit, { yes: t('yes'), no: t('no') });
  return (
    <tr>
      <th scope="row" className="min-w-0 font-normal">
        <TextLink quiet href={`${base}/indicators/${encodeURIComponent(indicator.code)}`}><span className="tabular mr-1.5 text-soft">{indicator.code}</span>{indicator.statement}</TextLink>
        {indicator.source && <span className="block text-xs text-soft">{t('source')}: {indicator.source}</span>}
        <span className="mt-1 block md:hidden"><StatusBadge of="indicator" state={indicator.state} /></span>
        {editing && <IndicatorActs indicator={indicator} editing={editing} base={base} />}
      </th>
      <td className="max-lg:hidden">{unitName(indicator.unit, { yes: t('yes'), no: t('no'), inWords: t('grid.words') })}</td>
      <td className="max-lg:hidden">{methods(indicator.method)}</td>
      <td className="num max-md:hidden">{indicator.baseline === null ? <span className="text-soft">{t('unknown')}</span> : write(indicator.baseline)}</td>
      <td className="num max-md:hidden">{indicator.target === null ? <span className="text-soft">{t('none')}</span> : write(indicator.target)}</td>
      <td className="num"><Actual indicator={indicator} write={write} />{indicator.target !== null && <span className="block text-xs text-soft md:hidden">{t('target')}: {write(indicator.target)}</span>}</td>
      <td className="max-md:hidden"><StatusBadge of="indicator" state={indicator.state} /></td>
    </tr>
  );
}

function Indicators({ result, indicators, base, editing }: { result: ResultNode; indicators: IndicatorFigure[]; base: string; editing: Editing | null }) {
  const t = useTranslations('indicators');
  const empty = useTranslations('results')('noIndicators');
  if (indicators.length === 0) return <p className="px-4 pb-3 text-soft">{empty}</p>;
  return (
    // Fixed widths, so that the figures of all tables of the tree stand under each other.
    <Table caption={`${t('title')}: ${result.code}`} className="table-fixed">
      <thead>
        <tr>
          <Th>{t('indicator')}</Th>
          <Th className="w-24 max-lg:hidden">{t('unit')}</Th>
          <Th className="w-24 max-lg:hidden">{t('method')}</Th>
          <Th numeric className="w-28 max-md:hidden">{t('baseline')}</Th>
          <Th numeric className="w-28 max-md:hidden">{t('target')}</Th>
          <Th numeric className="w-32">{t('actual')}</Th>
          <Th className="w-40 max-md:hidden">{t('state')}</Th>
        </tr>
      </thead>
      <tbody>{indicators.map((indicator) => <Line key={indicator.id} indicator={indicator} base={base} editing={editing} />)}</tbody>
    </Table>
  );
}

const indents = ['', 'lg:ml-4', 'lg:ml-8', 'lg:ml-12'];

export type MatrixProps = { results: ResultNode[]; indicators: IndicatorFigure[]; base: string; /** by whose words the levels are called */ template: LevelTemplate; /** null: only read */ editing: Editing | null };

function Statement({ result, template }: { result: ResultNode; template: LevelTemplate }) {
  const t = useTranslations('results');
  const levels = useTranslations('vocabulary.levelNames');
  return (
    <div className="max-w-4xl px-4 pt-3 pb-2">
      <p className="text-xs font-medium text-accent">{levels(`${template}.${result.level}`)} {result.level !== 'objective' && <span className="tabular">{result.code}</span>}</p>
      <h2 id={`result-${result.id}`} className={result.depth === 0 ? 'text-base font-semibold' : 'font-semibold'}>{result.statement}</h2>
      {result.assumptions && <p className="mt-1 text-soft"><span className="font-medium">{t('assumptions')}:</span> {result.assumptions}</p>}
    </div>
  );
}

/** The results matrix as the tree it is: objective, outcomes, outputs, each with statement, assumptions and indicators. Anchors are the codes. */
export function ResultsMatrix({ results, indicators, base, template, editing }: MatrixProps) {
  return (
    <div className="grid grid-cols-1 gap-3">
      {results.map((result) => (
        <section key={result.id} id={result.code} aria-labelledby={`result-${result.id}`} className={`scroll-mt-16 rounded-lg border border-line bg-surface target:border-accent ${indents[Math.min(result.depth, 3)]}`}>
          <Statement result={result} template={template} />
          {editing && <ResultEditor result={result} results={results} indicators={indicators} editing={editing} base={base} />}
          <Indicators result={result} indicators={indicators.filter((indicator) => indicator.resultId === result.id)} base={base} editing={editing} />
          {editing && <IndicatorSheet result={result} results={results} editing={editing} base={base} />}
        </section>
      ))}
    </div>
  );
}
