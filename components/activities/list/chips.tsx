import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/feedback';
import { TextLink } from '@/components/ui/link';
import { Chip } from '@/components/ui/navigation';
import type { ActivitySearch, FilterName } from '@/lib/activities/queries/filters';
import { useFormat } from '@/lib/i18n/use-format';
import { withoutFilters } from './address';
import { type ListChoices, useFilterChoices } from './choices';

/** The filters that hold, each with a way to take it off. */
export function ActivityChips({ path, search, choices }: { path: string; search: ActivitySearch; choices: ListChoices }) {
  const t = useTranslations('activities');
  const format = useFormat();
  const options = useFilterChoices(choices);
  const set = (Object.keys(search.filters) as FilterName[]).filter((name) => search.filters[name] !== null);
  if (set.length === 0) return null;
  const shown = (name: FilterName, value: string) =>
    name === 'from' || name === 'to' ? format.date(value) : (options[name]?.find((option) => option.value === value)?.label.trim() ?? value);
  return (
    <div className="flex flex-wrap items-center gap-2">
      {set.map((name) => (
        <Chip
          key={name}
          label={t(`filters.${name}`)}
          value={<span className="inline-block max-w-64 truncate align-bottom">{shown(name, search.filters[name] ?? '')}</span>}
          removeHref={withoutFilters(path, search, [name])}
        />
      ))}
      {set.length > 1 && (
        <TextLink href={withoutFilters(path, search)} stay>
          {t('clear')}
        </TextLink>
      )}
    </div>
  );
}

/** Says which parts of the address were not understood. */
export function AddressProblems({ search }: { search: ActivitySearch }) {
  const t = useTranslations('activities');
  if (search.problems.length === 0) return null;
  const named = (name: string) => (t.has(`filters.${name}`) ? t(`filters.${name}`) : name);
  return (
    <Banner kind="warning">
      {t('notUsed')}{' '}
      {search.problems
        .map(({ parameter, problem }) => (problem === 'unknown' ? t('unknown', { name: parameter }) : t('malformed', { name: named(parameter) })))
        .join(', ')}
      .
    </Banner>
  );
}
