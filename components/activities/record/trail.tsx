import { useTranslations } from 'next-intl';
import { Timeline } from '@/components/ui/facts';
import { Icon, type IconName } from '@/components/ui/icon';
import type { TrailEntry } from '@/lib/activities/queries/trail';
import { useFormat } from '@/lib/i18n/use-format';
import { isCalendarDate } from '@/lib/shared/dates';

/** Who did what to the record, in words: the act, and the fields it touched, with short values before and after. */
export function Trail({ entries, timeZone }: { entries: TrailEntry[]; timeZone: string }) {
  const t = useTranslations('activities');
  const format = useFormat();
  const act = (entry: TrailEntry) => (entry.created ? t('acts.created') : t.has(`acts.${entry.action}`) ? t(`acts.${entry.action}`) : t('acts.changed'));
  const items = entries.map((entry) => ({
    id: entry.id,
    title: act(entry),
    who: entry.actor ?? t('system'),
    when: format.moment(new Date(entry.at), timeZone),
    icon: iconOf(entry),
    note: entry.created ? null : <Changes entry={entry} />,
  }));
  return (
    <section className="rounded-lg border border-line bg-surface" aria-labelledby="trail">
      <details>
        <summary className="flex min-h-11 items-center gap-2 px-4 py-2">
          <Icon name="right" size={12} className="turn" />
          <h2 id="trail" className="text-base font-semibold">
            {t('trail')}
          </h2>
        </summary>
        <div className="px-4 pb-4">
          {items.length > 0 ? (
            <Timeline items={items.map((item) => ({ ...item, note: item.note ?? undefined }))} />
          ) : (
            <p className="text-soft">{t('trailNone')}</p>
          )}
        </div>
      </details>
    </section>
  );
}

const iconOf = (entry: TrailEntry): IconName =>
  entry.created ? 'plus' : entry.files.length > 0 ? 'file' : entry.action.startsWith('review.') ? 'review' : 'edit';

const short = (value: unknown): value is string | number | boolean | null =>
  value === null || typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value.length <= 60);
// Ids and states of machines say nothing to a reader.
const bare = ['placeId', 'recipientInstitutionId', 'reviewState', 'type', 'method', 'implementation', 'restricted'];

function Changes({ entry }: { entry: TrailEntry }) {
  const t = useTranslations('activities');
  const format = useFormat();
  const value = (raw: string | number | boolean | null) =>
    raw === null || raw === '' ? t('empty_value') : isCalendarDate(raw) ? format.date(raw) : String(raw);
  const fields = Object.entries(entry.changes).filter(([field]) => field !== 'reviewState' && t.has(`fields.${field}`));
  const lines = [
    ...fields.map(([field, pair]) => {
      const name = t(`fields.${field}`);
      return pair && !bare.includes(field) && short(pair[0]) && short(pair[1])
        ? t('change', { field: name, before: value(pair[0]), after: value(pair[1]) })
        : name;
    }),
    ...entry.files.map((file) => t(`trailFile.${file.added ? 'added' : 'removed'}`, { name: file.name })),
    ...(entry.note ? [entry.note] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className="text-xs">
      {lines.map((line) => (
        <li key={line} className="break-words first-letter:uppercase">
          {line}
        </li>
      ))}
    </ul>
  );
}
