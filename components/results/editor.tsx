import { useTranslations } from 'next-intl';
import { ActButton } from '@/components/ui/act-button';
import { ButtonLink } from '@/components/ui/button';
import { Messages } from '@/lib/i18n/client';
import type { IndicatorFigure } from '@/lib/indicators/queries/figures';
import type { IndicatorPlan } from '@/lib/indicators/queries/plan';
import { moveResultAction } from '@/lib/results/actions';
import type { ResultNode } from '@/lib/results/queries';
import { childLevel, parentLevel } from '@/lib/results/rules/matrix';
import { type LevelTemplate, planChangeReasons, type ResultLevel } from '@/lib/shared/vocabulary';
import { RemoveResult } from './remove-result';
import { ResultForm } from './result-form';

/** The matrix under a manager's hand: what is open for editing, below which result one is being added, and the id that gets. */
export type Editing = { projectId: string; open: string | null; addTo: string | null; newId: string; /** the reference sheet that is open */ sheet: IndicatorPlan | null; /** of the reporting periods, in order of time, and whether they reach to the end of the project */ periodIds: string[]; wholeTime: boolean; /** by whose words the levels are called */ template: LevelTemplate };

type Props = { result: ResultNode; results: ResultNode[]; indicators: IndicatorFigure[]; editing: Editing; base: string };
export const resultLabel = ({ code, statement }: ResultNode) => `${code} ${statement.slice(0, 100)}`;
const parentsOf = (level: ResultLevel, results: ResultNode[]) => results.filter((one) => one.level === parentLevel[level]).map((one) => ({ value: one.id, label: resultLabel(one) }));

/** What may be done to one result, or the form that changes it in its place. */
export function ResultEditor({ result, results, indicators, editing, base }: Props) {
  const [t, levels] = [useTranslations('results.edit'), useTranslations('vocabulary.levelNames')];
  const { projectId, template } = editing;
  const back = `${base}/results?edit=on`;
  const below = childLevel[result.level];
  const open = { id: result.id, version: result.version, level: result.level, parentId: result.parentId ?? '', statement: result.statement, assumptions: result.assumptions ?? '' };
  return (
    <div className="border-t border-line px-4 py-2">
      {editing.open === result.id ? (
        <EditorMessages><ResultForm key={result.id} title={levels(`${template}.${result.level}`)} values={{ projectId, ...open }} parents={parentsOf(result.level, results)} back={back} /></EditorMessages>
      ) : (
        <Acts {...{ result, results, indicators, editing, base }} />
      )}
      {below && editing.addTo === result.id && (
        <EditorMessages><ResultForm title={t(`add.${template}.${below}`)} values={{ projectId, id: editing.newId, version: null, level: below, parentId: result.id, statement: '', assumptions: '' }} parents={parentsOf(below, results)} back={back} /></EditorMessages>
      )}
    </div>
  );
}

function Acts({ result, results, indicators, editing, base }: Props) {
  const t = useTranslations('results.edit');
  const common = useTranslations('common');
  const why = useTranslations('vocabulary.planChangeReasons');
  const below = childLevel[result.level];
  const here = `${base}/results`;
  const step = { action: moveResultAction, failedText: common('failed'), size: 'sm' as const, variant: 'ghost' as const, context: result.code };
  const heirs = results.filter((one) => one.level === result.level && one.id !== result.id).map((one) => ({ value: one.id, label: resultLabel(one) }));
  const input = (direction: 'up' | 'down') => ({ projectId: editing.projectId, resultId: result.id, direction });
  return (
    <div className="-ml-2 flex flex-wrap items-center gap-1">
      <ButtonLink size="sm" variant="ghost" icon="edit" href={`${here}?edit=${result.id}#${result.code}`} aria-label={`${t('change')}: ${result.code}`}>{t('change')}</ButtonLink>
      {below && <ButtonLink size="sm" variant="ghost" icon="plus" href={`${here}?edit=on&add=${result.id}#${result.code}`} aria-label={`${t(`add.${editing.template}.${below}`)}: ${result.code}`}>{t(`add.${editing.template}.${below}`)}</ButtonLink>}
      <ButtonLink size="sm" variant="ghost" icon="plus" href={`${here}?edit=on&indicator=${result.id}#sheet`} aria-label={`${t('addIndicator')}: ${result.code}`}>{t('addIndicator')}</ButtonLink>
      {result.level !== 'objective' && <ActButton {...step} label={t('moves.up')} icon="arrow-up" input={input('up')} />}
      {result.level !== 'objective' && <ActButton {...step} label={t('moves.down')} icon="arrow-down" input={input('down')} />}
      <EditorMessages><RemoveResult projectId={editing.projectId} result={{ id: result.id, code: result.code, version: result.version }} heirs={heirs} countedBy={indicators.filter(({ filter }) => filter.outputId === result.id).map(({ code }) => code)} reasons={planChangeReasons.map((value) => ({ value, label: why(value) }))} /></EditorMessages>
    </div>
  );
}

/** The objective, where there is none yet. */
export function AddObjective({ editing, base }: { editing: Editing; base: string }) {
  const t = useTranslations('results.edit');
  const values = { projectId: editing.projectId, id: editing.newId, version: null, level: 'objective' as const, parentId: '', statement: '', assumptions: '' };
  return <EditorMessages><ResultForm title={t(`add.${editing.template}.objective`)} values={values} parents={[]} back={`${base}/results?edit=on`} /></EditorMessages>;
}

const EditorMessages = ({ children }: { children: React.ReactNode }) => <Messages namespaces={['forms', 'errors', 'results']}>{children}</Messages>;
