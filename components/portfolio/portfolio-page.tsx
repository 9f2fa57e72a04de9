import { useTranslations } from 'next-intl';
import { Filters, hrefWith, type Params } from '@/components/ui/filters';
import { Drawn } from '@/components/ui/drawn';
import { EmptyState, HelpText } from '@/components/ui/feedback';
import { TextLink } from '@/components/ui/link';
import { Pagination } from '@/components/ui/navigation';
import { Card } from '@/components/ui/page';
import type { Portfolio, PortfolioChoices } from '@/lib/indicators/queries/portfolio';
import { adding, figureAsked, portfolioSorts } from '@/lib/indicators/rules/portfolio';
import { projectStatuses } from '@/lib/shared/vocabulary';
import { FigureTable } from './figure-table';
import { PortfolioTable } from './portfolio-table';
import { PortfolioTotals } from './portfolio-totals';

type Props = { portfolio: Portfolio; choices: PortfolioChoices; params: Params; /** slugs of projects that are ticked, though not so that they can be compared */ ticked: readonly string[] };
export const perPage = 50;

/** The projects that the address asks for, with their figures together and one by one; `of` in the address: those that add to one figure. All of them are sorted; fifty are drawn at a time. */
export function PortfolioPage({ portfolio, choices, params, ticked }: Props) {
  const [t, words] = [useTranslations('portfolio'), useTranslations('vocabulary.projectStatuses')];
  const asked = figureAsked(params.of);
  const projects = adding(portfolio.projects, asked);
  const option = (value: string) => ({ value, label: value });
  const named = (name: 'region' | 'country' | 'type' | 'year') => ({ name, label: t(`filters.${name}`), options: choices[name].map(option) });
  const filters = [
    { name: 'q', label: t('filters.q') },
    ...(['region', 'country', 'type', 'year'] as const).map(named).filter(({ options }) => options.length > 1),
    { name: 'status', label: t('filters.status'), options: projectStatuses.map((value) => ({ value, label: words(value) })) },
    { name: 'sort', label: t('filters.sort'), none: t('sorts.title'), options: portfolioSorts.filter((value) => value !== 'title').map((value) => ({ value, label: t(`sorts.${value}`) })) },
  ];
  const pages = Math.max(1, Math.ceil(projects.length / perPage));
  const page = Math.min(pages, Math.max(1, Number(/^\d{1,6}$/.exec(params.page ?? '')?.[0] ?? 1)));
  const at = (number: number) => (number >= 1 && number <= pages ? hrefWith('/projects', params, { page: number === 1 ? undefined : String(number) }) : null);
  const from = (page - 1) * perPage;
  return (
    <Drawn>
      <PortfolioTotals {...portfolio} params={params} />
      <Filters path="/projects" params={params} filters={filters} keep={['of']} />
      <Card flush className="overflow-hidden" id="list" title={asked && t(`figures.${asked}`)} action={asked && <TextLink href={hrefWith('/projects', params, { of: undefined, page: undefined })}>{t('back')}</TextLink>}>
        {projects.length === 0 ? <EmptyState icon="search" title={t('nothing')} action={<TextLink href="/projects">{t('clear')}</TextLink>} /> : asked && asked !== 'risk' ? <FigureTable figure={asked} projects={projects} shown={projects.slice(from, from + perPage)} people={portfolio.people} /> : <PortfolioTable projects={projects.slice(from, from + perPage)} params={params} ticked={ticked} />}
        {pages > 1 && <Pagination previous={at(page - 1)} next={at(page + 1)} summary={t('shown', { from: from + 1, to: Math.min(projects.length, from + perPage), n: projects.length })} />}
      </Card>
      <div className="mt-3 grid gap-1"><HelpText>{t('riskRule')}</HelpText><HelpText>{useTranslations('projects')('peopleNote')}</HelpText></div>
    </Drawn>
  );
}
