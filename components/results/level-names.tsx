import { useTranslations } from 'next-intl';
import { ActButton } from '@/components/ui/act-button';
import { Badge } from '@/components/ui/badge';
import { nameLevelsAction } from '@/lib/results/actions';
import { type LevelTemplate, levelTemplates, resultLevels } from '@/lib/shared/vocabulary';

/** By whose words the levels are called; what stands in the matrix stays. */
export function LevelNames({ projectId, current }: { projectId: string; current: LevelTemplate }) {
  const [t, words, common] = [useTranslations('results.levels'), useTranslations('vocabulary'), useTranslations('common')];
  const names = (template: LevelTemplate) => resultLevels.map((level) => words(`levelNames.${template}.${level}`)).join(' › ');
  return (
    <section aria-labelledby="level-names" className="rounded-lg border border-line bg-surface px-4 py-3">
      <h2 id="level-names" className="font-semibold">{t('title')}</h2>
      <ul className="mt-2 grid gap-1">
        {levelTemplates.map((template) => (
          <li key={template} className="grid min-h-8 grid-cols-[4rem_7rem] items-center gap-x-3 sm:grid-cols-[4rem_7rem_1fr]">
            <span>{words(`levelTemplates.${template}`)}</span>
            <span>{template === current ? <Badge tone="good" icon="check">{t('used')}</Badge> : <ActButton size="sm" variant="ghost" label={t('use')} context={words(`levelTemplates.${template}`)} failedText={common('failed')} action={nameLevelsAction} input={{ projectId, levelTemplate: template }} />}</span>
            <span className="text-soft max-sm:col-span-2">{names(template)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
