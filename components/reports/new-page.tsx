import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/feedback';
import { Card } from '@/components/ui/page';
import { Messages } from '@/lib/i18n/client';
import { localeTags } from '@/lib/i18n/languages';
import type { PeriodView } from '@/lib/projects/queries';
import { newId } from '@/lib/shared/ids';
import { type Language, languages, reportKinds } from '@/lib/shared/vocabulary';
import { NewReportForm } from './new-form';

type Props = { project: { id: string; slug: string; today: string }; language: Language; periods: PeriodView[] };

/** The form that starts a report: on the period that ended last, in the writer's language, with a title for every choice. */
export async function NewReportPage({ project, language, periods }: Props) {
  const [t, words] = await Promise.all([getTranslations('reports'), getTranslations('vocabulary')]);
  if (periods.length === 0) {
    return <Card><EmptyState icon="calendar" title={t('form.noPeriods')} action={<ButtonLink href={`/projects/${project.slug}/settings`}>{t('form.settings')}</ButtonLink>} /></Card>;
  }
  const begun = periods.filter((period) => period.from <= project.today);
  const likely = begun.filter((period) => period.to <= project.today).at(-1) ?? begun.at(-1);
  const texts = Object.fromEntries((['period', 'choosePeriod', 'kind', 'language', 'languageHint', 'name', 'nameHint', 'submit'] as const).map((key) => [key, t(`form.${key}`)]));
  const suggestions = await titles(periods);
  const values = { projectId: project.id, id: newId(), periodId: likely?.id ?? '', kind: 'interim' as const, language, title: suggestions[`${language} interim ${likely?.id}`] ?? '' };
  return (
    <Messages namespaces={['forms', 'errors']}>
      <NewReportForm
        base={`/projects/${project.slug}/reports`}
        values={values}
        periods={[...begun].reverse().map((period) => ({ value: period.id, label: t(period.closed ? 'form.periodClosed' : 'form.periodOpen', { name: period.name }) }))}
        kinds={reportKinds.map((kind) => ({ value: kind, label: words(`reportKinds.${kind}`) }))}
        languages={languages.map((one) => ({ value: one, label: words(`languages.${one}`) }))}
        suggestions={suggestions}
        texts={{ ...(texts as Parameters<typeof NewReportForm>[0]['texts']), section: t('form.section') }}
      />
    </Messages>
  );
}

async function titles(periods: PeriodView[]): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const language of languages) {
    const locale = localeTags[language];
    const [t, words] = await Promise.all([getTranslations({ locale, namespace: 'reports' }), getTranslations({ locale, namespace: 'vocabulary' })]);
    for (const kind of reportKinds) for (const period of periods) found[`${language} ${kind} ${period.id}`] = t('form.suggested', { kind: words(`reportKinds.${kind}`), period: period.name });
  }
  return found;
}
