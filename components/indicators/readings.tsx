import { useTranslations } from 'next-intl';
import { StatusBadge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/page';
import { Table, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import type { IndicatorDetail, Reading } from '@/lib/indicators/queries/detail';
import type { PeriodView } from '@/lib/projects/queries';
import { ReadingSteps } from './reading-steps';

export type ReadingsProps = {
  detail: IndicatorDetail;
  project: { id: string; today: string; timeZone: string };
  /** address of this indicator */
  here: string;
  viewerId: string;
  may: { write: boolean; approve: boolean };
  write: (value: number | null) => string;
};

function History({ reading, timeZone }: { reading: Reading; timeZone: string }) {
  const t = useTranslations('indicators.reading');
  const steps = useTranslations('vocabulary.reviewSteps');
  const format = useFormat();
  if (reading.steps.length === 0) return null;
  return (
    <details className="mt-1 text-xs text-soft">
      <summary className="inline-flex min-h-6 items-center underline underline-offset-3 hover:text-accent">{t('history')}</summary>
      <ul>{reading.steps.map((step) => <li key={step.at}>{format.moment(new Date(step.at), timeZone)}: {steps(step.step)}, {step.by}{step.note && ` – ${step.note}`}</li>)}</ul>
    </details>
  );
}

function Line({ period, reading, ...props }: ReadingsProps & { period: PeriodView; reading: Reading | undefined }) {
  const t = useTranslations('indicators.reading');
  const format = useFormat();
  const { may, project, here, write } = props;
  const begun = period.from <= project.today;
  const editable = may.write && begun && !period.closed && reading?.reviewState !== 'approved';
  return (
    <tr>
      <th scope="row">{period.name}<span className="block text-xs font-normal text-soft">{format.dateRange(period.from, period.to)}</span></th>
      <td className="num font-semibold">{reading ? write(reading.value) : <span className="font-normal text-soft">{begun ? t('noReading') : t('notBegun')}</span>}</td>
      <td className="min-w-40">{reading?.source}{reading?.readOn && <span className="block text-xs text-soft">{format.date(reading.readOn)}</span>}</td>
      <td className="min-w-40">{reading?.comment}{reading && <span className="block text-xs text-soft">{t('by', { name: reading.editor })}</span>}{reading && <History reading={reading} timeZone={project.timeZone} />}</td>
      <td>{reading && <StatusBadge of="review" state={reading.reviewState} />}</td>
      <td>
        <span className="no-print flex flex-wrap items-center justify-end gap-2">
          {period.closed && <span className="text-xs text-soft">{t('locked')}</span>}
          {editable && <ButtonLink size="sm" icon={reading ? 'edit' : 'plus'} href={`${here}/readings/${period.id}`} aria-label={reading ? t('editFor', { period: period.name }) : t('enterFor', { period: period.name })}>{reading ? t('edit') : t('enter')}</ButtonLink>}
          {reading && !period.closed && <ReadingSteps reading={reading} projectId={project.id} period={period.name} value={write(reading.value)} viewerId={props.viewerId} may={may} />}
        </span>
      </td>
    </tr>
  );
}

/** The readings of a reported indicator, one line per period, with what may be done to each. Nothing read is no data, never 0. */
export function Readings(props: ReadingsProps) {
  const t = useTranslations('indicators');
  const words = useTranslations('indicators.reading');
  const common = useTranslations('indicators');
  const { readings, periods } = props.detail;
  if (!readings) return null;
  return (
    <Card title={words('title')} id="readings" description={words('hint')} flush>
      {periods.length === 0 ? (
        <p className="px-4 pb-4 text-soft">{common('noPeriods')}</p>
      ) : (
        <Table caption={words('title')}>
          <thead>
            <tr><Th>{t('period')}</Th><Th numeric>{words('value')}</Th><Th>{words('source')}</Th><Th>{words('comment')}</Th><Th>{t('state')}</Th><td /></tr>
          </thead>
          <tbody>{periods.map(({ period }) => <Line key={period.id} {...props} period={period} reading={readings.find((reading) => reading.periodId === period.id)} />)}</tbody>
        </Table>
      )}
    </Card>
  );
}
