import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { ActivitySearch, FilterName } from '@/lib/activities/queries/filters';
import { activitySorts, firstOrder } from './address';
import { type ListChoices, useFilterChoices } from './choices';

const first: FilterName[] = ['q', 'kind', 'implementation', 'review'];
const more: FilterName[] = ['output', 'institution', 'place', 'from', 'to', 'lacks', 'stale', 'counted', 'period', 'planned', 'costed', 'mine'];

/** The filters as a plain form that works without JavaScript; the rarer ones stand behind a fold that is open when one of them holds. */
export function ActivityFilterForm({ path, search, choices }: { path: string; search: ActivitySearch; choices: ListChoices }) {
  const [t, common] = [useTranslations('activities'), useTranslations('common')];
  const options = useFilterChoices(choices);
  const field = (name: FilterName) => (
    <FilterField
      key={name}
      name={name}
      label={t(`filters.${name}`)}
      value={search.filters[name] ?? ''}
      options={options[name]}
      placeholder={name === 'q' ? t('search') : undefined}
      all={common('all')}
    />
  );
  return (
    <search>
      <form action={path} className="grid gap-3" key={JSON.stringify([search.filters, search.sort, search.order])}>
        <div className="grid grid-cols-2 items-end gap-3 md:grid-cols-[2fr_1fr_1fr_1fr_auto]">
          {first.map(field)}
          <button type="submit" className={buttonClass({ className: 'max-md:col-span-2' })}>
            <Icon name="search" />
            {t('apply')}
          </button>
        </div>
        <details open={more.some((name) => search.filters[name] !== null)}>
          <summary className="inline-flex min-h-7 items-center gap-1 text-accent hover:underline">
            <Icon name="right" size={12} className="turn" />
            {t('moreFilters')}
          </summary>
          <div className="mt-2 grid grid-cols-2 gap-3 md:grid-cols-4">
            {more.map(field)}
            <FilterField
              name="sort"
              label={t('filters.sort')}
              value={search.sort}
              options={activitySorts.map((sort) => ({ value: sort, label: t(`sorts.${sort}`) }))}
            />
          </div>
        </details>
        {search.order !== firstOrder(search.sort) && <input type="hidden" name="order" value={search.order} />}
      </form>
    </search>
  );
}

type FieldProps = { name: string; label: string; value: string; options?: { value: string; label: string }[]; placeholder?: string; all?: string };

function FilterField({ name, label, value, options, placeholder, all }: FieldProps) {
  const id = `filter-${name}`;
  return (
    <div className={`grid min-w-0 gap-1 ${name === 'q' ? 'max-md:col-span-2' : ''}`}>
      <label htmlFor={id} className="text-xs text-soft">
        {label}
      </label>
      {options ? (
        <select id={id} name={name} defaultValue={value} className="control">
          {all && <option value="">{all}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          name={name}
          type={name === 'q' ? 'search' : 'date'}
          defaultValue={value}
          placeholder={placeholder}
          maxLength={name === 'q' ? 200 : undefined}
          className="control"
        />
      )}
    </div>
  );
}
