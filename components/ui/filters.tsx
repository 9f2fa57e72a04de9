import { Link } from '@/components/ui/link';
import { useTranslations } from 'next-intl';
import { cleanText } from '@/lib/shared/text';
import { buttonClass } from './button';
import { Drawn } from './drawn';
import { Chip } from './navigation';

export type Params = Record<string, string | undefined>;

/** The address of the same list with some parameters changed (undefined or '': taken off). */
export function hrefWith(path: string, params: Params, changes: Params = {}): string {
  const kept = Object.entries({ ...params, ...changes }).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return kept.length > 0 ? `${path}?${new URLSearchParams(kept)}` : path;
}

/** The parameters of this list out of the page's, single texts only, without characters that no database takes. */
export function readParams<const K extends string>(given: Record<string, string | string[] | undefined>, names: readonly K[]): Partial<Record<K, string>> {
  const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)?.slice(0, 1000) ?? '';
  return Object.fromEntries(names.map((name) => [name, cleanText(one(given[name]))]).filter(([, value]) => value)) as Partial<Record<K, string>>;
}

export type Filter = { name: string; label: string; options?: { value: string; label: string }[]; /** what holds where none of the options does; "All" unless it is said */ none?: string; placeholder?: string };

/** Filters as a plain form that works without JavaScript; what holds stands below as chips that take it off again. */
export function Filters({ path, params, filters, keep = [] }: { path: string; params: Params; filters: Filter[]; keep?: string[] }) {
  const t = useTranslations('common');
  const set = filters.filter((filter) => params[filter.name]);
  const shown = (filter: Filter) => filter.options?.find((option) => option.value === params[filter.name])?.label.trim() ?? params[filter.name];
  const without = (...names: string[]) =>
    hrefWith(path, params, { after: undefined, before: undefined, ...Object.fromEntries(names.map((name) => [name, undefined])) });
  return (
    <Drawn className="mb-4 grid gap-3">
      <search>
        <form action={path} className="flex flex-wrap items-end gap-3" key={JSON.stringify(params)}>
          {keep.map((name) => params[name] && <input key={name} type="hidden" name={name} value={params[name]} />)}
          {filters.map((filter) => (
            <div key={filter.name} className="grid min-w-36 flex-1 basis-36 gap-1 sm:max-w-64">
              <label htmlFor={`filter-${filter.name}`} className="text-xs text-soft">
                {filter.label}
              </label>
              {filter.options ? (
                <select id={`filter-${filter.name}`} name={filter.name} defaultValue={params[filter.name] ?? ''} className="control">
                  <option value="">{filter.none ?? t('all')}</option>
                  {filter.options.map((option) => (
                    <option key={option.value} value={option.value}>
                      {option.label}
                    </option>
                  ))}
                </select>
              ) : (
                <input
                  id={`filter-${filter.name}`}
                  name={filter.name}
                  type="search"
                  defaultValue={params[filter.name]}
                  placeholder={filter.placeholder}
                  className="control"
                />
              )}
            </div>
          ))}
          <button type="submit" className={buttonClass()}>
            {t('applyFilters')}
          </button>
        </form>
      </search>
      {set.length > 0 && (
        <div className="flex flex-wrap items-center gap-2">
          {set.map((filter) => (
            <Chip key={filter.name} label={filter.label} value={shown(filter)} removeHref={without(filter.name)} />
          ))}
          {set.length > 1 && (
            <Link href={without(...set.map((filter) => filter.name))} className="link min-h-6">
              {t('clearFilters')}
            </Link>
          )}
        </div>
      )}
    </Drawn>
  );
}
