import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { useFormat } from '@/lib/i18n/use-format';
import { undoMergeAction } from '@/lib/people/actions';
import type { RecentMerge } from '@/lib/people/queries/duplicates';
import { undoDays } from '@/lib/people/rules/merge';

type Props = { base: string; project: { id: string; timeZone: string }; merges: RecentMerge[]; mayMerge: boolean };

/** Merges that can still be undone, and those that were. */
export function RecentMerges({ base, project, merges, mayMerge }: Props) {
  const t = useTranslations('duplicates.recent');
  const common = useTranslations('common');
  const format = useFormat();
  if (merges.length === 0) return null;
  return (
    <Card title={t('title', { days: undoDays })} description={t('hint')} flush className="mt-6">
      <ul className="divide-y divide-line border-t border-line">
        {merges.map(({ id, at, by, keptId, kept, merged, undone }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-2.5">
            <span className="min-w-0">
              <TextLink quiet href={`${base}/${keptId}`}>{t('line', { merged, kept })}</TextLink>
              <span className="tabular block text-xs text-soft">{t('when', { date: format.moment(at, project.timeZone), by })}</span>
            </span>
            {undone && <Badge icon="undo">{t('undone')}</Badge>}
            {!undone && mayMerge && <ConfirmButton label={t('undo')} icon="undo" title={t('undoTitle')} body={t('undoBody', { merged })} cancelLabel={common('cancel')} failedText={common('failed')} action={undoMergeAction} input={{ projectId: project.id, mergeId: id }} size="sm" />}
          </li>
        ))}
      </ul>
    </Card>
  );
}
