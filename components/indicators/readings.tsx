import { useTranslations } from 'next-intl';
import { Findings } from '@/components/guard/findings';
import { StatusBadge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/page';
import { Messages } from '@/lib/i18n/client';
import { useFormat } from '@/lib/i18n/use-format';
import type { IndicatorDetail, Reading } from '@/lib/indicators/queries/detail';
import type { PeriodView } from '@/lib/projects/queries';
import { ReadingEvidence } from './reading-evidence';
import { ReadingSteps } from './reading-steps';

export type ReadingsProps = {
  detail: IndicatorDetail;
  project: { id: string; today: string; timeZone: string };
  /** address of this indicator */
  here: string;
  viewerId: string;
  may: { write: boolean; approve: boolean };
  /** largest file that may be attached */
  maxMb: number;
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
  const all = useTranslations('indicators');
  const words = useTranslations('vocabulary');
  const format = useFormat();
  const partName = (dimension: string, key: string) => (dimension === 'sex' ? words(`sexes.${key}` as 'sexes.female') : key === 'not_stated' ? all('noAge') : words(`ageBands.${key}` as 'ageBands.25_34'));
  const { may, project, here, write } = props;
  const begun = period.from <= project.today;
  const editable = may.write && begun && !period.closed && reading?.reviewState !== 'approved';
  return (
    <li className="grid gap-x-6 gap-y-2 border-t border-line px-4 py-3 md:grid-cols-[11rem_9rem_minmax(0,1fr)_auto]">
      <div>
        <h3 className="font-medium">{period.name}</h3>
        <p className="text-xs text-soft">{format.dateRange(period.from, period.to)}</p>
      </div>
      <div>
        <p className="tabular text-base font-semibold">{reading ? (reading.answer ?? write(reading.value)) : <span className="text-sm font-normal text-soft">{begun ? t('noReading') : t('notBegun')}</span>}</p>
        {reading?.denominator != null && <p className="tabular text-xs text-soft">{all('parts', { part: format.number(reading.numerator), whole: format.number(reading.denominator) })}</p>}
        {reading && <StatusBadge of="review" state={reading.reviewState} />}
      </div>
      <div className="min-w-0">
        {reading && (
          <>
            <p>{[reading.source, reading.readOn && format.date(reading.readOn)].filter(Boolean).join(', ')}</p>
            {reading.parts.length > 0 && <p className="text-xs text-soft">{reading.parts.map(({ dimension, key, value }) => `${partName(dimension, key)}: ${format.number(value)}`).join(', ')}</p>}
            {reading.comment && <p className="whitespace-pre-line">{reading.comment}</p>}
            <Findings found={reading.findings} />
            <p className="text-xs text-soft">{t('by', { name: reading.editor })}</p>
            <History reading={reading} timeZone={project.timeZone} />
            <ReadingEvidence reading={reading} project={project} editable={editable} maxMb={props.maxMb} />
          </>
        )}
      </div>
      <div className="no-print flex flex-wrap items-start gap-2 md:justify-end">
        {period.closed && <span className="text-xs text-soft">{t('locked')}</span>}
        {editable && <ButtonLink size="sm" icon={reading ? 'edit' : 'plus'} href={`${here}/readings/${period.id}`} aria-label={reading ? t('editFor', { period: period.name }) : t('enterFor', { period: period.name })}>{reading ? t('edit') : t('enter')}</ButtonLink>}
        {reading && !period.closed && <ReadingSteps reading={reading} projectId={project.id} period={period.name} value={reading.answer ?? write(reading.value)} viewerId={props.viewerId} may={may} />}
      </div>
    </li>
  );
}

/** The readings of a reported indicator, period by period, with what may be done to each. Nothing read is no data, never 0. */
export function Readings(props: ReadingsProps) {
  const t = useTranslations('indicators.reading');
  const all = useTranslations('indicators');
  const { readings, periods } = props.detail;
  if (!readings) return null;
  const list = <ul>{periods.map(({ period }) => <Line key={period.id} {...props} period={period} reading={readings.find((reading) => reading.periodId === period.id)} />)}</ul>;
  return (
    <Card className="mt-3" title={t('title')} id="readings" description={t('hint')} flush>
      {periods.length === 0 ? (
        <p className="px-4 pb-4 text-soft">{all('noPeriods')}</p>
      ) : (
        props.may.write ? <Messages namespaces={['evidence', 'errors', 'vocabulary']}>{list}</Messages> : list
      )}
    </Card>
  );
}
