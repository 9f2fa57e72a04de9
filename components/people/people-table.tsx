import { useTranslations } from 'next-intl';
import { Drawn } from '@/components/ui/drawn';
import { EmptyState } from '@/components/ui/feedback';
import { hrefWith, type Params } from '@/components/ui/filters';
import { TextLink } from '@/components/ui/link';
import { Pagination } from '@/components/ui/navigation';
import { Card } from '@/components/ui/page';
import { RowHead, Table, Td, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import type { PeoplePage, PersonRow } from '@/lib/people/queries/register';

type Props = { path: string; params: Params; page: PeoplePage; threshold: number; institutionName: (id: string | null) => string };

/** The register of people, fifty at a time, by name. On a phone the name's cell carries institution and post, as in the other registers. */
export function PeopleTable({ path, params, page, threshold, institutionName }: Props) {
  const t = useTranslations('people');
  const common = useTranslations('common');
  const format = useFormat();
  const at = (changes: Params) => hrefWith(path, { ...params, after: undefined, before: undefined }, changes);
  const filtered = Object.keys(params).some((name) => name !== 'sort' && params[name]);
  const backwards = params.sort === '-name';
  if (page.rows.length === 0) {
    return <Card><EmptyState icon="people" title={filtered ? common('noResults') : t('empty')}>{filtered ? t('tryAnother') : t('emptyHint')}</EmptyState></Card>;
  }
  const row = (person: PersonRow) => (
    <tr key={person.id}>
      <RowHead><TextLink quiet href={`${path}/${person.id}`}>{person.anonymised ? t('anonymised') : `${person.familyName}, ${person.givenName}`}</TextLink><span className="block text-xs font-normal text-soft sm:hidden">{[person.post, institutionName(person.institutionId) || common('notStated')].filter(Boolean).join(' · ')}</span></RowHead>
      <Td className="max-sm:hidden">{t(`sexes.${person.sex}`)}</Td>
      <Td className="max-sm:hidden">{institutionName(person.institutionId) || common('notStated')}{person.post && <span className="block text-xs text-soft">{person.post}</span>}</Td>
      <Td numeric>{format.number(person.trainings)}</Td>
      <Td className="whitespace-nowrap tabular max-sm:hidden">{format.date(person.lastTraining)}</Td>
      <Td numeric className="max-sm:hidden">{person.trainings > 0 ? format.number(person.hours) : '–'}</Td>
    </tr>
  );
  return (
    <Drawn><Card flush>
      <Table caption={t('title')}>
        <thead>
          <tr><Th sort={{ href: at({ sort: backwards ? undefined : '-name' }), direction: backwards ? 'desc' : 'asc' }}>{t('name')}</Th><Th className="max-sm:hidden">{t('sex')}</Th><Th className="max-sm:hidden">{t('institutionAndPost')}</Th><Th numeric>{t('trainings')}</Th><Th className="max-sm:hidden">{t('lastTraining')}</Th><Th numeric className="max-sm:hidden">{t('hours')}</Th></tr>
        </thead>
        <tbody>{page.rows.map(row)}</tbody>
      </Table>
      <Pagination previous={page.before && at({ before: page.before })} next={page.after && at({ after: page.after })} summary={`${t('count', { n: Math.min(page.total, 1000), more: page.total > 1000 ? 'yes' : 'no' })} · ${t('rule', { threshold: format.percent(threshold) })}`} />
    </Card></Drawn>
  );
}
