'use client';
import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';

/** "18 named + 4 unnamed = 22", beside the list and beside the headcounts alike (DOMAIN §2.4). */
export function NamedSum() {
  const t = useTranslations('participants');
  const [participants, headcounts] = useWatch({ name: ['participants', 'headcounts'] }) as [unknown[], { count: string | number }[]];
  const unnamed = headcounts.reduce((sum, row) => sum + (Number(row.count) || 0), 0);
  return <span className="tabular text-sm font-normal text-soft">{t('sum', { named: participants.length, unnamed, total: participants.length + unnamed })}</span>;
}
