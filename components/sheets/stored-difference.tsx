import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/feedback';
import { useFormat } from '@/lib/i18n/use-format';
import type { RecordSession } from '@/lib/activities/queries/people';

type Person = { id: string; name: string | null };
type Props = { session: RecordSession; people: readonly Person[]; timeZone: string };

/** Where a paper list said something else than what was recorded before it was entered: kept, for whoever compares list and scan later. */
export function StoredDifference({ session, people, timeZone }: Props) {
  const t = useTranslations('sheets');
  const format = useFormat();
  const { sheet } = session;
  if (!sheet) return null;
  // Who was taken off the list since is no longer named.
  const named = (ids: string[]) => people.flatMap(({ id, name }, index) => (ids.includes(id) ? [`${index + 1} ${name ?? t('anonymised')}`] : [])).join(', ');
  const lines = (['signedNotPresent', 'presentNotSigned'] as const).flatMap((kind) => (named(sheet[kind]) ? [t(kind, { rows: named(sheet[kind]) })] : []));
  if (lines.length === 0) return null;
  return (
    <Banner kind="warning" title={t('differed', { when: format.moment(new Date(sheet.at), timeZone), who: sheet.by ?? '–' })}>
      <ul className="list-disc pl-5">{lines.map((line) => <li key={line}>{line}</li>)}</ul>
      <p className="mt-1">{t('differedHint')}</p>
    </Banner>
  );
}
