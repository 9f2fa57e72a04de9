import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/link';
import { Table, Td, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import type { PlaceLine } from '@/lib/places/queries';

const sum = (lines: PlaceLine[], key: 'trainings' | 'handOvers' | 'meetings' | 'total') => lines.reduce((all, line) => all + line[key], 0);

/** The places with their activities by kind; the last row is their sum. `base`: null where no records may be opened. */
export function PlaceTable({ lines, base }: { lines: PlaceLine[]; base: string | null }) {
  const [t, common] = [useTranslations('places'), useTranslations('common')];
  const format = useFormat();
  const cells = (line: Pick<PlaceLine, 'trainings' | 'handOvers' | 'meetings' | 'total'>) => (
    <>
      <Td numeric inline label={t('trainings')}>{format.number(line.trainings)}</Td>
      <Td numeric inline label={t('handOvers')}>{format.number(line.handOvers)}</Td>
      <Td numeric inline label={t('meetings')}>{format.number(line.meetings)}</Td>
      <Td numeric inline label={common('total')} className="font-semibold">{format.number(line.total)}</Td>
    </>
  );
  const name = (line: PlaceLine) => (line.name === null ? t('noPlace') : base ? <TextLink quiet href={`${base}/activities?review=approved&implementation=completed&place=${encodeURIComponent(line.name)}`}>{line.name}</TextLink> : line.name);
  return (
    <Table stack caption={t('title')}>
      <thead><tr><Th>{t('place')}</Th><Th numeric>{t('trainings')}</Th><Th numeric>{t('handOvers')}</Th><Th numeric>{t('meetings')}</Th><Th numeric>{common('total')}</Th></tr></thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.name} ${line.country}`}>
            <th scope="row" className="min-w-0">{name(line)}{line.name !== null && line.lat === null && <span className="block text-xs font-normal text-soft">{t('noPosition')}</span>}</th>
            {cells(line)}
          </tr>
        ))}
      </tbody>
      <tfoot><tr><th scope="row">{common('total')}</th>{cells({ trainings: sum(lines, 'trainings'), handOvers: sum(lines, 'handOvers'), meetings: sum(lines, 'meetings'), total: sum(lines, 'total') })}</tr></tfoot>
    </Table>
  );
}
