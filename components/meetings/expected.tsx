import { useTranslations } from 'next-intl';
import type { SummaryProps } from '@/components/activities/record/surroundings';
import { Card } from '@/components/ui/page';
import { RowHead, Table, Td, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import { type Expectation, expectations } from '@/lib/meetings/rules';

/** Per institution how many were expected and how many came; nothing where nobody was expected yet. */
export function Expected({ record, around }: SummaryProps<'meeting'>) {
  const [t, common] = [useTranslations('meetings'), useTranslations('common')];
  const format = useFormat();
  const participants = record.participants.map(({ institutionId, sessionIds }) => ({ institutionId, present: sessionIds.length > 0 }));
  const rows = expectations({ expected: record.detail.expected, participants, headcounts: record.headcounts });
  if (rows.every((row) => row.expected === 0)) return null;
  const sum = (part: keyof Omit<Expectation, 'institutionId'>) => rows.reduce((total, row) => total + row[part], 0);
  const share = (came: number, expected: number) => (expected > 0 ? `${common('of', { part: came, whole: expected })} (${format.percent(came / expected)})` : '–');
  return (
    <Card id="expected" title={t('expectation')} description={t('expectationHint')} flush>
      <Table caption={t('expectation')} stack>
        <thead>
          <tr><Th>{t('institution')}</Th><Th numeric>{t('expectedCount')}</Th><Th numeric>{t('presentCount')}</Th><Th numeric>{t('ofExpected')}</Th></tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.institutionId}>
              <RowHead>{around.institution(row.institutionId) || t('noInstitution')}</RowHead>
              <Td numeric label={t('expectedCount')}>{format.number(row.expected)}</Td>
              <Td numeric label={t('presentCount')}>{format.number(row.present)}</Td>
              <Td numeric label={t('ofExpected')} className="whitespace-nowrap">{share(row.came, row.expected)}</Td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr><RowHead>{t('total')}</RowHead><Td numeric label={t('expectedCount')}>{format.number(sum('expected'))}</Td><Td numeric label={t('presentCount')}>{format.number(sum('present'))}</Td><Td numeric label={t('ofExpected')} className="whitespace-nowrap">{share(sum('came'), sum('expected'))}</Td></tr>
        </tfoot>
      </Table>
    </Card>
  );
}
