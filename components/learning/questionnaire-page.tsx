import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/ui/page';
import { PrintButton } from '@/components/reports/print-button';
import type { RecordOf } from '@/lib/activities/queries/record';
import { useFormat } from '@/lib/i18n/use-format';
import type { ItemView } from '@/lib/learning/queries/questionnaire';
import type { SatisfactionView } from '@/lib/learning/queries/record';
import type { LinkView } from '@/lib/links/queries';
import type { ProjectView } from '@/lib/projects/queries';
import type { Language } from '@/lib/shared/vocabulary';
import { PaperCard } from './paper-card';
import { PaperForm } from './paper-form';
import { Poster } from './poster';
import { QuestionnaireLink } from './questionnaire-link';
import { SatisfactionResult } from './satisfaction-card';

export type Statement = Omit<ItemView, 'id'> & { id: string | null };
type Props = { project: ProjectView; record: RecordOf<'training'>; items: Statement[]; language: Language; satisfaction: SatisfactionView; link: LinkView | null; mayWrite: boolean };

/** Where the questionnaire of one training is opened, printed and typed in from paper, with what came back so far. Printed: a sheet with the QR code and the paper form. */
export function QuestionnairePage({ project, record, items, language, satisfaction, link, mayWrite }: Props) {
  const [t, activities, common] = [useTranslations('learning.questionnaire'), useTranslations('activities'), useTranslations('common')];
  const format = useFormat();
  const base = `/projects/${project.slug}`;
  const dates = format.dateRange(record.actualStart ?? record.plannedStart, record.actualEnd ?? record.plannedEnd);
  const statements = items.map((item) => (language === 'cnr' ? item.textCnr : item.textEn));
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title={t('title')}
          context={`${record.reference} ${record.title}`}
          crumbs={[
            { label: project.projectsId, href: base },
            { label: activities('title'), href: `${base}/activities` },
            { label: record.reference, href: `${base}/activities/${record.reference}` },
          ]}
          action={<PrintButton label={common('print')} />}
          meta={dates}
        />
        <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-2">
          <div className="grid min-w-0 grid-cols-1 gap-4">
            <QuestionnaireLink projectId={project.id} activityId={record.id} timeZone={project.timeZone} link={link} mayWrite={mayWrite} />
            <SatisfactionResult satisfaction={satisfaction} />
          </div>
          {mayWrite && <PaperCard projectId={project.id} activityId={record.id} items={items} language={language} ready={link !== null || items.every((item) => item.id !== null)} />}
        </div>
      </div>
      {link?.url && <Poster title={record.title} dates={dates} url={link.url} />}
      <PaperForm title={record.title} dates={dates} statements={statements} first={!link?.url} />
    </>
  );
}
