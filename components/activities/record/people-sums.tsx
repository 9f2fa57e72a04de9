import { useTranslations } from 'next-intl';
import { Table, Th } from '@/components/ui/table';
import type { RecordHeadcount, RecordPeople } from '@/lib/activities/queries/people';
import { useFormat } from '@/lib/i18n/use-format';
import { sexes } from '@/lib/shared/vocabulary';
import type { Surroundings } from './surroundings';

/** "18 named + 4 unnamed = 22", by sex, and who of the list attended: one line above the table. */
export function PeopleSum({ people }: { people: RecordPeople }) {
  const [t, words] = [useTranslations('trainings'), useTranslations('vocabulary')];
  const format = useFormat();
  const { named, unnamed, participants, headcounts } = people;
  if (participants.length + unnamed === 0) return null;
  const bySex = sexes
    .map((sex) => ({
      sex,
      n: participants.filter((row) => row.counts && row.sex === sex).length + headcounts.reduce((sum, row) => sum + (row.sex === sex ? row.count : 0), 0),
    }))
    .filter((row) => row.n > 0);
  return (
    <p className="tabular px-4 pb-3">
      <strong className="font-semibold">{unnamed > 0 ? t('sum', { named, unnamed, total: named + unnamed }) : t('sumNamed', { named })}</strong>
      {bySex.map(({ sex, n }) => (
        <span key={sex} className="text-soft">
          {' · '}
          {words(`sexes.${sex}`)} {format.number(n)}
        </span>
      ))}
    </p>
  );
}

/** People whose list was withheld, by institution and sex. */
export function HeadcountTable({ headcounts, around }: { headcounts: RecordHeadcount[]; around: Surroundings }) {
  const [t, words] = [useTranslations('trainings'), useTranslations('vocabulary')];
  const format = useFormat();
  return (
    <Table caption={t('unnamed')}>
      <thead>
        <tr>
          <Th>{t('institution')}</Th>
          <Th>{t('sex')}</Th>
          <Th numeric>{t('count')}</Th>
        </tr>
      </thead>
      <tbody>
        {headcounts.map((row) => (
          <tr key={`${row.institutionId} ${row.sex}`}>
            <th scope="row">{around.institution(row.institutionId)}</th>
            <td>{words(`sexes.${row.sex}`)}</td>
            <td className="num">{format.number(row.count)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {t('total')}
          </th>
          <td className="num">{format.number(headcounts.reduce((sum, row) => sum + row.count, 0))}</td>
        </tr>
      </tfoot>
    </Table>
  );
}
