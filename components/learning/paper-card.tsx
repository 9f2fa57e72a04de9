import { useTranslations } from 'next-intl';
import { Messages } from '@/lib/i18n/client';
import { Card } from '@/components/ui/page';
import type { Language } from '@/lib/shared/vocabulary';
import { PaperEntry } from './paper-entry';
import type { Statement } from './questionnaire-page';

type Props = { projectId: string; activityId: string; items: Statement[]; language: Language; ready: boolean };

/** Typing in what came back on paper. The default statements become the project's own with the first opening, so before that there is nothing to score. */
export function PaperCard({ projectId, activityId, items, language, ready }: Props) {
  const t = useTranslations('learning.paper');
  const own = items.flatMap((item) => (item.id === null ? [] : [{ id: item.id, text: language === 'cnr' ? item.textCnr : item.textEn }]));
  return (
    <Card id="paper" title={t('title')} description={t('hint')}>
      {ready ? (
        <Messages namespaces={['learning', 'errors', 'common']}>
          <PaperEntry projectId={projectId} activityId={activityId} items={own} />
        </Messages>
      ) : (
        <p className="text-soft">{t('openFirst')}</p>
      )}
    </Card>
  );
}
