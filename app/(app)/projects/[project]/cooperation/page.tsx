import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CooperationFrame } from '@/components/cooperation/cooperation-frame';
import { CooperationMatrix } from '@/components/cooperation/cooperation-matrix';
import { Network } from '@/components/cooperation/network';
import { PairRecords } from '@/components/cooperation/pair-records';
import { CountryStandings, UnitStandings } from '@/components/cooperation/standings';
import { Drawn } from '@/components/ui/drawn';
import { EmptyState } from '@/components/ui/feedback';
import { readParams } from '@/components/ui/filters';
import { Card } from '@/components/ui/page';
import { getLanguage } from '@/lib/i18n/server';
import { cooperationView, levelsFor } from '@/lib/indicators/queries/cooperation-view';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cooperation'))('title') };
}

export default async function CooperationPage({ params, searchParams }: Props) {
  const { viewer, project } = await openProject((await params).project, 'figures.read');
  const given = readParams(await searchParams, ['level', 'kind', 'weight', 'period', 'a', 'b']);
  const view = await cooperationView(viewer, project, await getLanguage(), given);
  const t = await getTranslations('cooperation');
  const base = `/projects/${project.slug}`;
  const path = `${base}/cooperation`;
  const { a: _a, b: _b, ...chosen } = given;
  const { name, matrix, choice, pair, aggregatesOnly } = view;
  return (
    <CooperationFrame project={project} path={path} params={chosen} level={view.level} levels={levelsFor(aggregatesOnly)} aggregatesOnly={aggregatesOnly} periods={view.periods}>
      {matrix.units.length === 0 ? (
        <Card><EmptyState icon="cooperation" title={t('empty')}>{t('emptyHint')}</EmptyState></Card>
      ) : (
        <Drawn className="grid grid-cols-1 gap-6">
          <CooperationMatrix matrix={matrix} choice={choice} path={path} params={chosen} pair={pair} name={name} asOf={view.asOf} aggregatesOnly={aggregatesOnly} />
          {pair && <PairRecords base={base} pair={pair} choice={choice} periods={view.periods} name={name} />}
          {matrix.units.length > 1 && <Network matrix={matrix} choice={choice} name={name} />}
          <UnitStandings units={view.units} name={name} aggregatesOnly={aggregatesOnly} />
          {view.countries.length > 0 && <CountryStandings countries={view.countries} aggregatesOnly={aggregatesOnly} />}
        </Drawn>
      )}
    </CooperationFrame>
  );
}
