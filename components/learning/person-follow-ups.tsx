import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { RowHead, Table, Td, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import type { PersonFollowUp } from '@/lib/learning/queries/follow-ups';
import { followUpStanding } from '@/lib/learning/rules/follow-up';
import { FollowUpState } from './follow-up-state';

type Props = { /** of the project */ base: string; today: string; followUps: PersonFollowUp[] };

/** What one person said, or is still to say, some months after each training. */
export function PersonFollowUps({ base, today, followUps }: Props) {
  const t = useTranslations('learning.list');
  const format = useFormat();
  return (
    <Card id="follow-ups" title={t('title')} flush>
      <Table stack caption={t('title')}>
        <thead>
          <tr>
            <Th>{t('training')}</Th>
            <Th>{t('due')}</Th>
            <Th>{t('state')}</Th>
          </tr>
        </thead>
        <tbody>
          {followUps.map((row) => (
            <tr key={row.id}>
              <RowHead>
                <TextLink href={`${base}/activities/${row.reference}#follow-ups`}>{row.reference}</TextLink> {row.training}
              </RowHead>
              <Td label={t('due')} className="tabular whitespace-nowrap">{format.date(row.dueOn)}</Td>
              <Td label={t('state')}>
                <FollowUpState row={row} standing={followUpStanding(row, today)} asked={null} today={today} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
