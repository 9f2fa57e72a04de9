import { useTranslations } from 'next-intl';
import { ActButton } from '@/components/ui/act-button';
import { ButtonLink } from '@/components/ui/button';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { Messages } from '@/lib/i18n/client';
import { moveIndicatorAction, removeIndicatorAction } from '@/lib/indicators/actions';
import type { IndicatorFigure } from '@/lib/indicators/queries/figures';
import { milestoneFlags, missingMilestones } from '@/lib/indicators/rules/milestones';
import type { ResultNode } from '@/lib/results/queries';
import { aggregations, collectionFrequencies, directions, disaggregations, indicatorMethods, meetingTypes, planChangeReasons, trainingTypes } from '@/lib/shared/vocabulary';
import { type Editing, resultLabel } from './editor';
import { IndicatorForm, type SheetWords } from './indicator-form';

/** What may be done to one indicator, and what is odd about its milestones. */
export function IndicatorActs({ indicator, editing, base }: { indicator: IndicatorFigure; editing: Editing; base: string }) {
  const t = useTranslations('results');
  const common = useTranslations('common');
  const own = { projectId: editing.projectId, indicatorId: indicator.id };
  const shared = { failedText: common('failed'), size: 'sm' as const, variant: 'ghost' as const };
  const values = editing.periodIds.map((id) => indicator.milestones[id] ?? null);
  const [flags, missing] = [milestoneFlags({ values, target: indicator.target, direction: indicator.direction, whole: editing.wholeTime }), missingMilestones(values)];
  return (
    <>
      {flags.map((flag) => <span key={flag} className="block text-xs text-warn">{t(`flags.${flag}`)}</span>)}
      {missing > 0 && <span className="block text-xs text-soft">{t('flags.missing', { n: missing })}</span>}
      <span className="mt-2 -ml-2 flex flex-wrap items-center gap-y-1">
        <ButtonLink size="sm" variant="ghost" icon="edit" href={`${base}/results?edit=${indicator.id}#sheet`} aria-label={`${t('edit.change')}: ${indicator.code}`}>{t('edit.change')}</ButtonLink>
        <ActButton {...shared} label={t('edit.moves.up')} context={indicator.code} icon="arrow-up" action={moveIndicatorAction} input={{ ...own, direction: 'up' }} />
        <ActButton {...shared} label={t('edit.moves.down')} context={indicator.code} icon="arrow-down" action={moveIndicatorAction} input={{ ...own, direction: 'down' }} />
        <ConfirmButton {...shared} label={t('edit.remove')} title={t('edit.removeTitle', { code: indicator.code })} body={t('edit.removeIndicator')} cancelLabel={common('cancel')} icon="trash" action={removeIndicatorAction} input={{ ...own, version: indicator.version }} />
      </span>
    </>
  );
}

/** The open reference sheet, where it belongs to this result. */
export function IndicatorSheet({ result, results, editing, base }: { result: ResultNode; results: ResultNode[]; editing: Editing; base: string }) {
  const words = useSheetWords();
  const { sheet } = editing;
  if (sheet?.values.resultId !== result.id) return null;
  const choices = results.map((one) => ({ value: one.id, label: resultLabel(one) }));
  const outputs = results.filter((one) => one.level === 'output').map((one) => ({ value: one.id, label: resultLabel(one) }));
  return (
    <div id="sheet" className="scroll-mt-16 border-t border-line p-4">
      <Messages namespaces={['forms', 'errors', 'results']}>
        <IndicatorForm key={sheet.values.id} plan={sheet} words={words} results={choices} outputs={outputs} back={`${base}/results?edit=on#${result.code}`} />
      </Messages>
    </div>
  );
}

function useSheetWords(): SheetWords {
  const t = useTranslations('vocabulary');
  return {
    directions: directions.map((value) => ({ value, label: t(`directions.${value}`) })),
    methods: indicatorMethods.map((value) => ({ value, label: t(`indicatorMethods.${value}`) })),
    aggregations: aggregations.map((value) => ({ value, label: t(`aggregations.${value}`) })),
    frequencies: collectionFrequencies.map((value) => ({ value, label: t(`collectionFrequencies.${value}`) })),
    disaggregations: disaggregations.map((value) => ({ value, label: t(`disaggregations.${value}`) })),
    reasons: planChangeReasons.map((value) => ({ value, label: t(`planChangeReasons.${value}`) })),
    types: [...trainingTypes.map((value) => ({ value, label: t(`trainingTypes.${value}`) })), ...meetingTypes.map((value) => ({ value, label: t(`meetingTypes.${value}`) }))],
  };
}
