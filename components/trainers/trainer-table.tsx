import { useTranslations } from 'next-intl';
import { Pill } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/feedback';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { RowHead, Table, Td, Th } from '@/components/ui/table';
import type { TrainerRow } from '@/lib/people/queries/trainers';
import { useFormat } from '@/lib/i18n/use-format';

type Props = { base: string; trainers: TrainerRow[]; filtered: boolean; threshold: number; /** fewest questionnaires of a training that are shown */ least: number; institutionName: (id: string | null) => string };

/** The register of trainers: what each gave, on which topics, for how long and to how many. */
export function TrainerTable({ base, trainers, filtered, threshold, least, institutionName }: Props) {
  const [t, people, common] = [useTranslations('trainers'), useTranslations('people'), useTranslations('common')];
  const format = useFormat();
  if (trainers.length === 0) return <Card><EmptyState icon="training" title={filtered ? common('noResults') : t('empty')}>{filtered ? people('tryAnother') : t('emptyHint')}</EmptyState></Card>;
  return (
    <Card flush>
      <Table stack caption={t('title')}>
        <thead>
          <tr>
            <Th aria-sort="ascending">{people('name')}</Th>
            <Th>{t('given')}</Th>
            <Th numeric>{people('hours')}</Th>
            <Th numeric>{t('trainees')}</Th>
            <Th numeric>{t('satisfaction')}</Th>
            <Th>{t('last')}</Th>
            <Th>{t('topics')}</Th>
          </tr>
        </thead>
        <tbody>
          {trainers.map((row) => (
            <tr key={row.id}>
              <RowHead>
                <TextLink quiet href={`${base}/people/${row.id}`}>{row.anonymised ? people('anonymised') : `${row.familyName}, ${row.givenName}`}</TextLink>
                <span className="block text-xs font-normal text-soft">{[row.post, institutionName(row.institutionId) || common('notStated')].filter(Boolean).join(' · ')}</span>
              </RowHead>
              <Td label={t('given')}><Given base={base} row={row} /></Td>
              <Td numeric label={people('hours')}>{format.number(row.hours)}</Td>
              <Td numeric label={t('trainees')}>{format.number(row.trainees)}</Td>
              <Td numeric label={t('satisfaction')}>{row.satisfaction ? <>{format.number(Math.round(row.satisfaction.mean * 10) / 10)}<span className="block text-xs text-soft">{t('answers', { n: row.satisfaction.n })}</span></> : <span className="text-soft">{common('noData')}</span>}</Td>
              <Td label={t('last')} className="tabular whitespace-nowrap">{format.date(row.given[0]?.date)}</Td>
              <Td label={t('topics')} className="min-w-60"><span className="flex flex-wrap gap-1">{row.topics.map((topic) => <Pill key={topic}>{topic}</Pill>)}</span></Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="px-4 py-3 text-xs text-soft">{t('rule', { threshold: format.percent(threshold), least })}</p>
    </Card>
  );
}

function Given({ base, row }: { base: string; row: TrainerRow }) {
  const t = useTranslations('trainers');
  return (
    <>
      <span className="block">{t('count', { n: row.given.length })}</span>
      <span className="flex flex-wrap gap-x-2 text-xs">
        {row.given.map((training) => (
          <TextLink key={training.reference} href={`${base}/activities/${training.reference}`} aria-label={`${training.reference} ${training.title}`} className="inline-flex min-h-6 min-w-6 items-center">{training.reference}</TextLink>
        ))}
      </span>
    </>
  );
}
