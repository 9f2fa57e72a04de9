import { hrefWith, type Params } from '@/components/ui/filters';
import type { ActivityFilters, ActivitySearch, ActivitySort, SortOrder } from '@/lib/activities/queries/filters';

type Address = Pick<ActivitySearch, 'filters' | 'sort' | 'order'>;

/** What the address of this list holds, without the place in it: changing anything starts at the first page again. */
export const paramsOf = ({ filters, sort, order }: Address): Params => ({
  ...Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, value ?? undefined])),
  sort: sort === 'date' ? undefined : sort,
  order: order === firstOrder(sort) ? undefined : order,
});

const orders: Record<ActivitySort, SortOrder> = { date: 'desc', title: 'asc', updated: 'desc', reference: 'asc' };
export const activitySorts = Object.keys(orders) as ActivitySort[];
/** The order in which a column starts: newest first, A to Z. */
export const firstOrder = (sort: ActivitySort) => orders[sort];

/** The same list sorted by a column; by the present one the other way round. */
export function sortLink(path: string, search: Address, sort: ActivitySort) {
  const present = search.sort === sort;
  const order = present ? (search.order === 'asc' ? 'desc' : 'asc') : firstOrder(sort);
  return { href: hrefWith(path, paramsOf({ ...search, sort, order })), direction: present ? search.order : null };
}

/** The same list without some of its filters; none named: without all. */
export const withoutFilters = (path: string, search: Address, names?: (keyof ActivityFilters)[]) =>
  hrefWith(path, paramsOf(search), Object.fromEntries((names ?? (Object.keys(search.filters) as (keyof ActivityFilters)[])).map((name) => [name, undefined])));
