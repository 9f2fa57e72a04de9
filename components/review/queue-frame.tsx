import type { ReactNode } from 'react';
import { Icon, type IconName } from '@/components/ui/icon';
import { useFormat } from '@/lib/i18n/use-format';
import type { QueueProject } from './queue-page';

type Parts = { icon: IconName; head: ReactNode; under: string; moved: ReactNode; facts: ReactNode; act: ReactNode; note: string | null; why: string | null };

/** The frame of one thing that waits: what it is, who handed it in, what backs it, what can be done; a note and a reason below. */
export function Item({ icon, head, under, moved, facts, act, note, why }: Parts) {
  return (
    <li className="grid gap-x-6 gap-y-2 px-4 py-3 md:grid-cols-[minmax(0,5fr)_minmax(0,3fr)_minmax(0,5fr)_auto]">
      <div className="flex min-w-0 gap-2">
        <Icon name={icon} className="mt-0.5 text-soft" />
        <div className="min-w-0">
          {head}
          <p className="tabular text-xs text-soft">{under}</p>
        </div>
      </div>
      {moved}
      <div>{facts}</div>
      <div className="flex flex-wrap items-start gap-2 md:justify-end">{act}</div>
      {note && <p className="max-w-prose rounded-md bg-sunken px-3 py-2 whitespace-pre-line md:col-span-3">{note}</p>}
      {why && (
        <p className="flex gap-2 text-soft md:col-span-full">
          <Icon name="lock" className="mt-0.5" />
          {why}
        </p>
      )}
    </li>
  );
}

/** Who moved it last, and when. */
export function Moved({ label, row, project }: { label: string; row: { by: string; at: Date }; project: QueueProject }) {
  const format = useFormat();
  return (
    <p>
      <span className="text-soft">{label}: </span>
      {row.by}
      <span className="tabular block text-xs text-soft">{format.moment(row.at, project.timeZone)}</span>
    </p>
  );
}
