'use client';
import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/feedback';
import { mismatches } from '@/lib/sheets/rules';
import type { SheetRow, SheetState } from './use-sheet';

/** Where the paper and what the system already holds of this session differ, by row and name; nothing while no attendance is recorded. */
export function Mismatch({ rows, sheet }: { rows: SheetRow[]; sheet: SheetState }) {
  const t = useTranslations('sheets');
  const found = mismatches(rows.map((row) => ({ present: row.present, signed: sheet.signedIds.has(row.participantId) })));
  if (!found) return null;
  const named = (numbers: number[]) => numbers.map((number) => `${number} ${rows[number - 1]?.name ?? t('anonymised')}`).join(', ');
  const lines = [
    ...(found.signedNotPresent.length > 0 ? [t('signedNotPresent', { rows: named(found.signedNotPresent) })] : []),
    ...(found.presentNotSigned.length > 0 ? [t('presentNotSigned', { rows: named(found.presentNotSigned) })] : []),
  ];
  if (lines.length === 0) return <p className="text-soft">{t('check')}: {t('checkNone')}</p>;
  return (
    <Banner kind="warning" title={t('check')} live>
      <ul className="list-disc pl-5">{lines.map((line) => <li key={line}>{line}</li>)}</ul>
      <p className="mt-1">{t('checkHint')}</p>
    </Banner>
  );
}
