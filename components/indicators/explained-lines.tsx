import { useTranslations } from 'next-intl';
import { hrefWith, type Params } from '@/components/ui/filters';
import { EmptyState } from '@/components/ui/feedback';
import { TextLink } from '@/components/ui/link';
import { Chip, Pagination, Tabs } from '@/components/ui/navigation';
import { Card } from '@/components/ui/page';
import { Table, Td, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import type { ExplainedFigure, ExplainedLine } from '@/lib/indicators/queries/explain';
import type { ExplainAsked } from '@/lib/indicators/rules/explain/asked';
import { useAdds } from './adds';

type Props = { explained: ExplainedFigure; asked: ExplainAsked; base: string; path: string; params: Params };

/** Counted and left out side by side as two lists; the counted ones add up to the figure. */
export function ExplainedLines({ explained, asked, base, path, params }: Props) {
  const t = useTranslations('indicators.explain');
  const format = useFormat();
  const { counted, leftOut, lines, reasons } = explained;
  const at = (page: number | null) => (page === null ? null : hrefWith(path, { ...params, reason: asked.reason ?? undefined }, { page: String(page) }));
  return (
    <Card title={t('lines')} id="lines" flush>
      <div className="px-4">
        <Tabs label={t('lines')} items={[{ label: t('counted'), count: format.number(counted), href: hrefWith(path, params, { list: undefined }), current: !asked.leftOut }, { label: t('leftOut'), count: format.number(leftOut), href: hrefWith(path, params, { list: 'out' }), current: asked.leftOut }]} />
        {asked.leftOut && (asked.reason ? <p className="mb-3"><Chip label={t('why')} value={t(`reasons.${asked.reason}`)} removeHref={hrefWith(path, params, {})} /></p> : <Reasons reasons={reasons} path={path} params={params} />)}
      </div>
      {lines.rows.length === 0 ? <EmptyState title={asked.leftOut ? t('noneLeftOut') : t('noneCounted')} /> : <Lines explained={explained} leftOut={asked.leftOut} base={base} />}
      {lines.of > lines.rows.length && <Pagination previous={at(lines.before)} next={at(lines.after)} summary={t('shown', { from: lines.first, to: lines.first + lines.rows.length - 1, of: lines.of })} />}
    </Card>
  );
}

/** How many were left out for what; each opens its lines. */
function Reasons({ reasons, path, params }: { reasons: ExplainedFigure['reasons']; path: string; params: Params }) {
  const t = useTranslations('indicators.explain');
  if (reasons.length < 2) return null;
  return (
    <ul aria-label={t('why')} className="mb-3 flex flex-wrap gap-x-4 gap-y-1">
      {reasons.map(({ key, lines }) => <li key={key}><TextLink href={hrefWith(path, params, { reason: key })}>{t(`reasons.${key}`)}</TextLink> <span className="tabular text-soft">({lines})</span></li>)}
    </ul>
  );
}

function Lines({ explained, leftOut, base }: { explained: ExplainedFigure; leftOut: boolean; base: string }) {
  const t = useTranslations('indicators.explain');
  const all = useTranslations('indicators');
  const total = useTranslations('common')('total');
  const format = useFormat();
  const adds = useAdds();
  return (
    <Table stack caption={leftOut ? t('leftOut') : t('counted')}>
      <thead><tr><Th>{t('what')}</Th><Th>{all('activity')}</Th><Th>{all('date')}</Th>{leftOut ? <Th>{t('why')}</Th> : <Th numeric>{all('adds')}</Th>}</tr></thead>
      <tbody>
        {explained.lines.rows.map((line) => (
          <tr key={line.id}>
            <th scope="row" className="sm:font-normal"><What line={line} /></th>
            <Td label={all('activity')}>{line.record ? <TextLink quiet href={`${base}/activities/${line.record.reference}`}><span className="tabular mr-1.5 text-soft">{line.record.reference}</span>{line.record.title}</TextLink> : '–'}</Td>
            <Td label={all('date')} className="tabular whitespace-nowrap">{format.date(line.date || null)}</Td>
            {line.adds ? <Td numeric label={all('adds')}>{adds(line.adds)}</Td> : <Td label={t('why')}><Why line={line} /></Td>}
          </tr>
        ))}
      </tbody>
      {!leftOut && <tfoot><tr><th scope="row">{total}</th><td /><td /><Td numeric label={all('adds')}>{adds(explained.said)}</Td></tr></tfoot>}
    </Table>
  );
}

function What({ line }: { line: ExplainedLine }) {
  const t = useTranslations('indicators.explain');
  const kind = line.subject === 'record' && line.n > 1 ? t('recordOf', { n: line.n }) : t(`subjects.${line.subject}`);
  return <>{line.name ?? kind}{line.name && <span className="block text-xs text-soft">{kind}{line.n > 1 && `: ${line.n}`}</span>}</>;
}

function Why({ line: { reason } }: { line: ExplainedLine }) {
  const t = useTranslations('indicators.explain');
  if (!reason) return null;
  return (
    <>
      {t(`reasons.${reason.key}`)}
      {reason.sessions !== undefined && <span className="block text-xs text-soft">{t('sessions', { present: reason.present ?? 0, sessions: reason.sessions })}</span>}
      {reason.before && <span className="block text-xs text-soft">{t('before', { reference: reason.before.reference, title: reason.before.title })}</span>}
    </>
  );
}
