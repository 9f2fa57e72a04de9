import { useTranslations } from 'next-intl';
import { useAdds } from '@/components/indicators/adds';
import { Badge, StatusBadge } from '@/components/ui/badge';
import { Icon } from '@/components/ui/icon';
import { TextLink } from '@/components/ui/link';
import { Table, Th } from '@/components/ui/table';
import type { ActivitySearch, ActivitySort } from '@/lib/activities/queries/filters';
import type { ActivityList, ActivityRow } from '@/lib/activities/queries/list';
import type { Format } from '@/lib/i18n/format';
import { useFormat } from '@/lib/i18n/use-format';
import { findMeasure } from '@/lib/indicators/rules/catalogue';
import { figure } from '@/lib/indicators/rules/figures';
import { sortLink } from './address';

type Props = { path: string; search: ActivitySearch; list: Pick<ActivityList, 'rows' | 'sums' | 'costs'>; timeZone: string };

/** Activities of all kinds. On a phone the title carries what the hidden columns say. */
export function ActivityTable({ path, search, list, timeZone }: Props) {
  const t = useTranslations('activities');
  const format = useFormat();
  const total = useTranslations('common')('total');
  const adding = useAdding(search, list);
  const head = (sort: ActivitySort, label: string, className = '') => (
    <Th sort={sortLink(path, search, sort)} className={className}>
      {label}
    </Th>
  );
  return (
    <Table caption={t('title')}>
      <thead>
        <tr>
          {head('reference', t('reference'), 'max-md:hidden')}
          {head('title', t('name'))}
          {head('date', t('date'), 'max-md:hidden')}
          <Th className="max-lg:hidden">{t('outputs')}</Th>
          <Th className="max-md:hidden">{t('peopleOrItems')}</Th>
          <Th className="max-md:hidden">{t('implementation')}</Th>
          <Th className="max-md:hidden">{t('review')}</Th>
          {head('updated', t('edited'), 'max-xl:hidden')}
          {adding && <Th numeric>{adding.label}</Th>}
        </tr>
      </thead>
      <tbody>
        {list.rows.map((row) => (
          <Row key={row.id} row={row} path={path} format={format} timeZone={timeZone} adds={adding && adding.of(row)} />
        ))}
      </tbody>
      {adding && <Total label={total} value={adding.total} />}
    </Table>
  );
}

const kindIcons = { training: 'training', equipment: 'box', meeting: 'meeting' } as const;

/** What the rows add to the figure, or cost, by which the list was asked for; null: by neither. */
function useAdding({ filters }: ActivitySearch, { sums, costs }: Props['list']): { label: string; of: (row: ActivityRow) => string; total: string } | null {
  const [t, format, adds] = [useTranslations('activities'), useFormat(), useAdds()];
  const unit = findMeasure(filters.counted ?? '')?.unit;
  if (sums && unit) return { label: t('adds'), of: ({ id }) => { const found = sums.adds[id]; return found ? adds(figure([found], unit)) : '–'; }, total: adds(figure([sums.total], unit)) };
  if (!costs) return null;
  return { label: t('cost'), of: ({ cost, costCurrency }) => format.money(cost, costCurrency ?? 'USD'), total: costs.map(({ amount, currency }) => format.money(amount, currency)).join(' + ') };
}

/** The total stands under the last column, and on a phone under the only others that show. */
function Total({ label, value }: { label: string; value: string }) {
  return (
    <tfoot>
      <tr>
        <td className="max-md:hidden" />
        <th scope="row">{label}</th>
        <td className="max-md:hidden" /><td className="max-lg:hidden" /><td className="max-md:hidden" /><td className="max-md:hidden" /><td className="max-md:hidden" /><td className="max-xl:hidden" />
        <td className="num">{value}</td>
      </tr>
    </tfoot>
  );
}

function Row({ row, path, format, timeZone, adds }: { row: ActivityRow; path: string; format: Format; timeZone: string; adds: string | null }) {
  const [t, words] = [useTranslations('activities'), useTranslations('vocabulary')];
  const dates = row.from || row.to ? format.dateRange(row.from, row.to) : t('noDate');
  return (
    <tr>
      <td className="tabular whitespace-nowrap text-soft max-md:hidden">{row.reference}</td>
      <th scope="row" className="min-w-52">
        <span className="flex gap-2">
          <Icon name={kindIcons[row.kind]} className="mt-0.5 text-soft" />
          <span className="min-w-0">
            <span className="sr-only">{words(`activityKinds.${row.kind}`)}: </span>
            <TextLink quiet href={`${path}/${row.reference}`}>
              {row.title || t('untitled')}
            </TextLink>
            <span className="block text-xs font-normal text-soft">
              <span className="md:hidden">{[row.reference, dates].join(' · ')}</span>
              {row.place && <span className="max-md:before:content-['·'] max-md:before:mx-1">{row.place}</span>}
            </span>
            <span className="mt-1 flex flex-wrap items-center gap-1 text-xs font-normal md:hidden">
              <StatusBadge of="implementation" state={row.implementation} />
              <Standing row={row} />
              <span className="ml-1 text-soft">
                <People row={row} />
              </span>
            </span>
          </span>
        </span>
      </th>
      <td className="tabular whitespace-nowrap max-md:hidden">
        {dates}
        {row.planned && row.from && <span className="block text-xs text-soft">{t('plannedDate')}</span>}
      </td>
      <td className="tabular max-lg:hidden">{row.outputs.join(', ') || '–'}</td>
      <td className="tabular max-md:hidden">
        <People row={row} />
      </td>
      <td className="max-md:hidden">
        <StatusBadge of="implementation" state={row.implementation} />
      </td>
      <td className="max-md:hidden">
        <span className="flex flex-col items-start gap-1">
          <Standing row={row} />
        </span>
      </td>
      <td className="whitespace-nowrap max-xl:hidden">
        {row.editedBy}
        <span className="tabular block text-xs text-soft">{format.moment(row.updatedAt, timeZone)}</span>
      </td>
      {adds !== null && <td className="num">{adds}</td>}
    </tr>
  );
}

/** The state of the review, and whether evidence is missing. */
function Standing({ row }: { row: ActivityRow }) {
  const t = useTranslations('activities');
  return (
    <>
      <StatusBadge of="review" state={row.reviewState} />
      {row.lacksEvidence && (
        <Badge tone="warn" icon="warning">
          {t('lacksEvidence')}
        </Badge>
      )}
    </>
  );
}

/** How many people, with the sum spelled out where some have no name; how many items; who is listed while nobody was present yet. */
function People({ row }: { row: ActivityRow }) {
  const t = useTranslations('activities');
  if (row.kind === 'equipment') return <>{t('items', { n: row.items })}</>;
  if (row.attended + row.unnamed === 0) return <>{row.listed > 0 ? t('listed', { n: row.listed }) : '–'}</>;
  return (
    <>
      {t('people', { n: row.attended + row.unnamed })}
      {row.unnamed > 0 && (
        <span className="text-xs text-soft max-md:before:content-[':'] max-md:before:mr-1 md:block">
          {t('namedUnnamed', { named: row.attended, unnamed: row.unnamed })}
        </span>
      )}
    </>
  );
}
