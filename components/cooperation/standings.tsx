import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/page';
import { RowHead, Table, Td, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import type { UnitStanding } from '@/lib/indicators/rules/cooperation-view';

type Line = UnitStanding & { done?: number; due?: number; came?: number; expected?: number };
type Props = { title: string; description: string; head: string; lines: Line[]; name: (id: string) => string; partners: 'count' | 'names'; /** no numbers of people */ aggregatesOnly: boolean };

/** One line per institution or country: where it was, whom it sent, with how many others, and for institutions what it did of what it promised. */
function Standings({ title, description, head, lines, name, partners, aggregatesOnly }: Props) {
  const t = useTranslations('cooperation');
  const common = useTranslations('common');
  const format = useFormat();
  const share = (part: number, whole: number) => (whole > 0 ? `${common('of', { part, whole })} (${format.percent(part / whole)})` : '–');
  const withInvited = !aggregatesOnly && lines.some((line) => line.expected !== undefined);
  const withOnTime = !aggregatesOnly && lines.some((line) => line.due !== undefined);
  return (
    <Card title={title} description={description} flush>
      <Table caption={title} stack>
        <thead>
          <tr>
            <Th>{head}</Th>
            <Th numeric>{t('own.meeting')}</Th>
            <Th numeric>{t('own.training')}</Th>
            {!aggregatesOnly && <><Th numeric>{t('people')}</Th><Th numeric>{t('women')}</Th></>}
            {withInvited && <Th numeric>{t('participation')}</Th>}
            {withOnTime && <Th numeric>{t('onTime')}</Th>}
            <Th numeric={partners === 'count'}>{t('partners')}</Th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.unit}>
              <RowHead className="min-w-48">{name(line.unit)}</RowHead>
              <Td numeric label={t('own.meeting')}>{format.number(line.events.meeting)}</Td>
              <Td numeric label={t('own.training')}>{format.number(line.events.training)}</Td>
              {!aggregatesOnly && <><Td numeric label={t('people')}>{format.number(line.people)}</Td><Td numeric label={t('women')} className="whitespace-nowrap">{share(line.women, line.people)}</Td></>}
              {withInvited && <Td numeric label={t('participation')} className="whitespace-nowrap">{share(line.came ?? 0, line.expected ?? 0)}</Td>}
              {withOnTime && <Td numeric label={t('onTime')} className="whitespace-nowrap">{share(line.done ?? 0, line.due ?? 0)}</Td>}
              <Td numeric={partners === 'count'} label={t('partners')}>{partners === 'count' ? format.number(line.partners.length) : line.partners.map(name).sort((a, b) => a.localeCompare(b, format.locale)).join(', ') || '–'}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

/** Per institution; with its action points on time, which donors read over the whole project only. */
export function UnitStandings({ units, name, aggregatesOnly }: { units: Line[]; name: (id: string) => string; aggregatesOnly: boolean }) {
  const t = useTranslations('cooperation');
  return <Standings title={t('byInstitution')} description={t(aggregatesOnly ? 'byInstitutionAggregates' : 'byInstitutionRule')} head={t('institution')} lines={units} name={name} partners="count" aggregatesOnly={aggregatesOnly} />;
}

/** Per country, with the other countries it met. */
export function CountryStandings({ countries, aggregatesOnly }: { countries: UnitStanding[]; aggregatesOnly: boolean }) {
  const t = useTranslations('cooperation');
  const names = new Intl.DisplayNames([useFormat().locale], { type: 'region' });
  return <Standings title={t('byCountry')} description={t('byCountryRule')} head={t('country')} lines={countries} name={(code) => names.of(code) ?? code} partners="names" aggregatesOnly={aggregatesOnly} />;
}
