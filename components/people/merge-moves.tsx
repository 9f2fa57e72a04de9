import { useTranslations } from 'next-intl';
import { DescriptionList } from '@/components/ui/facts';
import { Card } from '@/components/ui/page';
import { useFormat } from '@/lib/i18n/use-format';
import type { MergePreview } from '@/lib/people/queries/merge';

/** How much of the second record goes along, and where figures follow. */
export function MergeMoves({ preview: { merged, otherProjects } }: { preview: MergePreview }) {
  const t = useTranslations('duplicates.merge');
  const format = useFormat();
  const counts = { participations: merged.participations, elsewhere: merged.elsewhere, posts: merged.posts.length, actionPoints: merged.actionPoints, followUps: merged.followUps, merges: merged.merges };
  const items = (Object.keys(counts) as (keyof typeof counts)[]).filter((key) => counts[key] > 0 || key === 'participations').map((key) => ({ label: t(key), value: format.number(counts[key]) }));
  return (
    <Card title={t('moves')} description={t('figures', { n: otherProjects + 1 })}>
      <DescriptionList items={items} columns={3} />
    </Card>
  );
}
