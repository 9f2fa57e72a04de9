import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/ui/feedback';
import { Card, PageHeader } from '@/components/ui/page';
import { Messages } from '@/lib/i18n/client';
import { getFormat } from '@/lib/i18n/server';
import type { GridLine, ReadingsGrid } from '@/lib/indicators/queries/readings-grid';
import { confirmationsOf } from '@/lib/guard/schema';
import { newId } from '@/lib/shared/ids';
import { readingValues } from '../reading-values';
import { unitName, valueFormat } from '../value';
import { type Line, ReadingsGridForm } from './form';

type Props = { project: { id: string; slug: string; projectsId: string; today: string }; grid: ReadingsGrid };

/** All reported indicators by the periods that have begun. */
export async function ReadingsGridPage({ project, grid }: Props) {
  const [t, all, nav, words, format] = await Promise.all([getTranslations('indicators.grid'), getTranslations('indicators'), getTranslations('nav'), getTranslations('vocabulary'), getFormat()]);
  const base = `/projects/${project.slug}/indicators`;
  const confirmations = grid.lines.flatMap(({ cells }) => cells.flatMap(({ reading, open }) => (open && reading ? confirmationsOf(reading.findings) : [])));
  const readings: React.ComponentProps<typeof ReadingsGridForm>['values']['readings'] = [];
  const lineOf = (line: GridLine): Line => {
    const write = valueFormat(format, line.unit, { yes: all('yes'), no: all('no') });
    const cells = line.cells.map(({ periodId, reading, open }) => {
      const share = reading?.denominator == null ? '' : ` (${all('parts', { part: format.number(reading.numerator), whole: format.number(reading.denominator) })})`;
      const shown = reading ? (reading.answer ?? `${write(reading.value)}${share}`) : '';
      const place = open ? readings.push({ id: reading?.id ?? newId(), version: reading?.version ?? null, indicatorId: line.id, periodId, ...readingValues(reading, line.dimensions) }) - 1 : null;
      return { periodId, place, shown, files: (open && reading?.files) || [], state: reading && words(`reviewStates.${reading.reviewState}`) };
    });
    const unitLabel = unitName(line.unit, { yes: all('yes'), no: all('no'), inWords: t('words') });
    return { id: line.id, code: line.code, statement: line.statement, unit: line.unit, unitLabel, href: `${base}/${encodeURIComponent(line.code)}`, dimensions: line.dimensions, cells };
  };
  const lines = grid.lines.map(lineOf);
  const columns = grid.periods.map(({ id, name, from, to, closed }) => ({ id, name, span: format.dateRange(from, to), closed }));
  const nothing = lines.length === 0 || columns.length === 0;
  return (
    <>
      <PageHeader title={t('title')} meta={<span>{t('hint')}</span>} crumbs={[{ label: project.projectsId, href: `/projects/${project.slug}` }, { label: nav('indicators'), href: base }]} />
      {nothing ? (
        <Card><EmptyState icon="indicator" title={t('empty.title')}>{lines.length === 0 ? t('empty.noIndicators') : all('noPeriods')}</EmptyState></Card>
      ) : (
        <Messages namespaces={['forms', 'errors', 'guard', 'indicators', 'vocabulary', 'common']}>
          <ReadingsGridForm key={JSON.stringify(readings.map(({ id, version }) => (version === null ? null : [id, version])))} values={{ projectId: project.id, submit: false, readings, confirmations }} columns={columns} lines={lines} today={project.today} />
        </Messages>
      )}
    </>
  );
}
