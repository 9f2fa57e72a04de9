import { useTranslations } from 'next-intl';
import { scores } from '@/lib/learning/rules/questionnaire';

/** Printed only: the questionnaire for a room without phones. `first`: there is no sheet before it. */
export function PaperForm({ title, dates, statements, first }: { title: string; dates: string; statements: string[]; first: boolean }) {
  const t = useTranslations('learning.questionnaire');
  return (
    <section className={`hidden print:block ${first ? '' : 'break-before-page'}`} aria-label={t('paperForm')}>
      <h2 className="text-xl font-semibold">{title}</h2>
      <p className="mt-1">{dates}</p>
      <p className="mt-4">{t('anonymousPaper')}</p>
      <p className="mt-1">{t('scale')}</p>
      <ol className="mt-4 grid gap-0">
        {statements.map((statement, at) => (
          <li key={statement} className="flex items-center gap-4 border-t border-line py-3">
            <span className="flex-1">
              {at + 1}. {statement}
            </span>
            {scores.map((score) => (
              <span key={score} className="flex flex-col items-center gap-1 text-xs">
                {score}
                <span className="inline-block size-5 border border-ink" />
              </span>
            ))}
          </li>
        ))}
      </ol>
      <p className="mt-4 font-semibold">{t('comment')}</p>
      <p className="text-xs">{t('commentHint')}</p>
      <div className="mt-2 h-40 border border-line" />
    </section>
  );
}
