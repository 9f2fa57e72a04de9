import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/page';
import { newId } from '@/lib/shared/ids';
import { ItemsForm } from './items-form';
import type { Statement } from './questionnaire-page';

/** The statements that the project's participants are asked to score, in both languages; a form for those who may change them. */
export function QuestionnaireSettings({ projectId, items, mayWrite }: { projectId: string; items: Statement[]; mayWrite: boolean }) {
  const t = useTranslations('learning.items');
  const own = items.every((item) => item.id !== null);
  return (
    <Card title={t('title')} description={t(own ? 'hint' : 'hintDefault')}>
      {mayWrite ? (
        <ItemsForm projectId={projectId} items={items.map((item) => ({ ...item, id: item.id ?? newId() }))} />
      ) : (
        <ol className="divide-y divide-line">
          {items.map((item) => (
            <li key={item.textEn} className="grid gap-x-6 py-2 sm:grid-cols-2">
              <span>{item.textEn}</span>
              <span lang="sr-Latn-ME">{item.textCnr}</span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
