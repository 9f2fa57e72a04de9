import { useTranslations } from 'next-intl';
import type { SummaryProps } from '@/components/activities/record/surroundings';
import { Badge, type Tone } from '@/components/ui/badge';
import type { IconName } from '@/components/ui/icon';
import { Card } from '@/components/ui/page';
import { useFormat } from '@/lib/i18n/use-format';
import type { Gain } from '@/lib/learning/rules/gain';
import { type LevelKey, type LevelState, levelStates } from '@/lib/learning/rules/levels';
import type { LearningView } from '@/lib/learning/queries/record';

const looks: Record<LevelState, [Tone, IconName]> = { data: ['good', 'check'], few: ['neutral', 'lock'], waiting: ['accent', 'clock'], none: ['neutral', 'minus'] };
const anchors: Record<LevelKey, string> = { reaction: '#satisfaction', learning: '#tests', behaviour: '#follow-ups', results: '#levels-results' };
const levels: readonly LevelKey[] = ['reaction', 'learning', 'behaviour', 'results'];

type Props = SummaryProps<'training'> & { learning: LearningView; gain: Gain };

/** The four levels of what a training did (Kirkpatrick), each with the data there are and none that are not. */
export function Levels({ record, around, learning, gain }: Props) {
  const t = useTranslations('learning.levels');
  const { satisfaction, followUps, indicators } = learning;
  const { today } = around.project;
  const answered = followUps.filter((row) => row.answeredOn !== null);
  const sums = { due: followUps.filter((row) => row.answeredOn !== null || row.dueOn <= today).length, answered: answered.length, applied: answered.filter((row) => row.applied).length };
  const states = levelStates({ satisfaction, tests: gain, followUps: sums, indicators: { total: indicators.length, withValue: indicators.filter((row) => row.hasValue).length } });
  const words = useLevelWords(record.named + record.unnamed, learning, gain, sums);
  return (
    <Card id="levels" title={t('title')} description={t('hint')}>
      <ol className="divide-y divide-line">
        {levels.map((level, at) => (
          <li key={level} className="grid gap-x-4 gap-y-1 py-2.5 first:pt-0 last:pb-0 sm:grid-cols-[11rem_minmax(0,1fr)_auto]">
            <a href={anchors[level]} className="quiet-link">
              {at + 1}. {t(`names.${level}`)}
            </a>
            <span className="tabular" id={level === 'results' ? 'levels-results' : undefined}>
              {words[level](states[level])}
              {level === 'results' && <Served indicators={indicators} slug={around.project.slug} />}
            </span>
            <span>
              <Badge tone={looks[states[level]][0]} icon={looks[states[level]][1]}>
                {t(`states.${states[level]}`)}
              </Badge>
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function useLevelWords(present: number, { satisfaction, followUps, indicators }: LearningView, gain: Gain, sums: { due: number; answered: number; applied: number }): Record<LevelKey, (state: LevelState) => string> {
  const t = useTranslations('learning.levels');
  const format = useFormat();
  const withValue = indicators.filter((row) => row.hasValue).length;
  return {
    reaction: (state) =>
      state === 'data' ? t('reaction', { mean: format.number(satisfaction.mean === null ? null : Math.round(satisfaction.mean * 100) / 100), n: satisfaction.n, present }) : t(state === 'few' ? 'reactionFew' : 'reactionNone', { n: satisfaction.n, least: satisfaction.least }),
    learning: (state) => (state === 'data' ? t('learning', { mean: format.points(gain.mean), tested: gain.tested, present: gain.present }) : t('learningNone')),
    behaviour: (state) => {
      if (state === 'data') return t('behaviour', { applied: sums.applied, answered: sums.answered, due: sums.due });
      const next = followUps.map((row) => row.dueOn).sort()[0];
      if (state === 'waiting') return t('behaviourWaiting', { due: sums.due });
      return next ? t('behaviourLater', { date: format.date(next) }) : t('behaviourNone');
    },
    results: (state) => (state === 'none' ? t('resultsNone') : t('results', { n: withValue, total: indicators.length })),
  };
}

function Served({ indicators, slug }: { indicators: LearningView['indicators']; slug: string }) {
  const t = useTranslations('learning.levels');
  if (indicators.length === 0) return null;
  return (
    <span className="mt-1 flex flex-wrap gap-x-3">
      {indicators.map((indicator) => (
        <a key={indicator.code} href={`/projects/${slug}/indicators/${encodeURIComponent(indicator.code)}`} title={indicator.statement} className="link inline-flex min-h-6 items-center">
          {indicator.code}
          <span className="sr-only">: {indicator.statement}</span>
          {!indicator.hasValue && <span className="text-soft">&nbsp;({t('noValue')})</span>}
        </a>
      ))}
    </span>
  );
}
