import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/feedback';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { RowHead, Table, Td, Th } from '@/components/ui/table';
import type { CustodyView, ItemView, UserTraining } from '@/lib/equipment/queries/item';
import { useFormat } from '@/lib/i18n/use-format';

type Props = { item: ItemView; base: string; today: string; trained: UserTraining[]; institutionName: (id: string | null) => string };

/** Who holds the pieces of an item now, and whether its user is trained in what the item requires. */
export function HeldNow({ item, base, today, trained, institutionName }: Props) {
  const [t, words, format] = [useTranslations('equipment'), useTranslations('vocabulary.custodyKinds'), useFormat()];
  const parts = item.custody.filter((row) => row.remaining > 0);
  const training = (row: CustodyView) => {
    if (item.requiredTopic === null || row.kind === 'received') return null;
    if (row.personId === null) return <Badge tone="warn" icon="warning">{t('noUserNamed')}</Badge>;
    const on = trained.find((one) => one.personId === row.personId)?.trainedOn;
    return on ? <Badge tone="good" icon="check">{t('trainedOn', { date: format.date(on) })}</Badge> : <Badge tone="bad" icon="warning">{t('notTrained')}</Badge>;
  };
  if (parts.length === 0) return <Card title={t('heldNow')}><EmptyState icon="clock" title={t('notReceived')}>{t('notReceivedHint')}</EmptyState></Card>;
  return (
    <Card title={t('heldNow')} description={item.requiredTopic ? t('requires', { topic: item.requiredTopic }) : undefined} flush>
      <Table stack caption={t('heldNow')}>
        <thead><tr><Th>{t('heldBy')}</Th><Th numeric>{t('pieces')}</Th><Th>{t('how')}</Th><Th>{t('user')}</Th></tr></thead>
        <tbody>
          {parts.map((row) => (
            <tr key={row.id}>
              <RowHead>{row.institutionId ? institutionName(row.institutionId) : t('project')}</RowHead>
              <Td label={t('pieces')} numeric>{format.number(row.remaining)}</Td>
              <Td label={t('how')}>{words(row.kind)}<span className="tabular block text-xs text-soft">{t('since', { date: format.date(row.since) })}{row.dueBack && <> · {row.dueBack < today ? <span className="font-medium text-bad">{t('wasDueBack', { date: format.date(row.dueBack) })}</span> : t('dueBack', { date: format.date(row.dueBack) })}</>}</span></Td>
              <Td label={t('user')}>{row.person ? <TextLink quiet href={`${base}/people/${row.personId}`}>{row.person}</TextLink> : training(row) ? null : '–'}{training(row) && <span className="mt-1 block">{training(row)}</span>}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
