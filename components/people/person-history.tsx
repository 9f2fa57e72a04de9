import { useTranslations } from 'next-intl';
import { actName, fieldName } from '@/components/audit/wording';
import { Timeline } from '@/components/ui/facts';
import { Card } from '@/components/ui/page';
import { useFormat } from '@/lib/i18n/use-format';
import { useWord } from '@/lib/i18n/use-word';
import type { PersonChange } from '@/lib/people/queries/history';

/** What was changed on the person, by the names of the fields: values of personal fields are kept nowhere (DOMAIN §5). */
export function PersonHistory({ changes, timeZone }: { changes: PersonChange[]; timeZone: string }) {
  const t = useTranslations('people');
  const format = useFormat();
  const audit = useWord('audit');
  if (changes.length === 0) return null;
  const items = changes.map((change) => ({
    id: String(change.seq),
    title: `${change.actor ?? audit('system')} ${actName(change.action, audit)}`,
    when: format.moment(change.at, timeZone),
    note: [change.fields.map((field) => fieldName(field, audit)).join(', '), change.note].filter(Boolean).join('\n') || undefined,
    icon: 'edit' as const,
  }));
  return <Card title={t('history')} description={t('historyHint')}><Timeline items={items} /></Card>;
}
