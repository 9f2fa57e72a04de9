'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ImportPreview } from '@/components/import/preview';
import type { PreviewRow } from '@/components/import/types';
import { commitRosterAction } from '@/lib/people/actions';

type Props = { projectId: string; importId: string; digest: string; rows: PreviewRow[]; back: string; /** the list says nothing of who was there: may be said for all */ asksAttendance: boolean; locked: boolean };

/** The preview of a list of people, and its commit. */
export function RosterPreview({ projectId, importId, digest, rows, back, asksAttendance, locked }: Props) {
  const t = useTranslations('imports');
  const [presentInAll, setPresentInAll] = useState(false);
  return (
    <ImportPreview
      key={digest}
      rows={rows}
      back={back}
      locked={locked}
      commit={(choices) => commitRosterAction({ projectId, importId, digest, presentInAll, choices: choices.map(({ row, id, changes }) => ({ row, personId: id, changes })) })}
    >
      {asksAttendance && (
        <label className="flex items-start gap-2 rounded-lg border border-line bg-surface px-4 py-3">
          <input type="checkbox" className="mt-1" checked={presentInAll} onChange={(event) => setPresentInAll(event.target.checked)} />
          <span><span className="font-medium">{t('presentInAll')}</span><span className="block text-xs text-soft">{t('presentInAllHint')}</span></span>
        </label>
      )}
    </ImportPreview>
  );
}
