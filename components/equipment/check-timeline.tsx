import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Timeline } from '@/components/ui/facts';
import { EmptyState } from '@/components/ui/feedback';
import { Card } from '@/components/ui/page';
import type { PhotoView } from '@/lib/equipment/queries/due';
import type { CheckView } from '@/lib/equipment/queries/item';
import { useFormat } from '@/lib/i18n/use-format';

/** All end-use checks of an item, newest first. */
export function CheckTimeline({ checks, photos, approved }: { checks: CheckView[]; photos: PhotoView[]; approved: boolean }) {
  const t = useTranslations('equipment');
  const [words, texts] = [useTranslations('vocabulary'), useTranslations('checks')];
  const format = useFormat();
  const noteOf = ({ usedBy, location, condition, note }: CheckView) =>
    [usedBy && t('usedByIs', { who: usedBy }), location && t('locationIs', { where: location }), condition && t('conditionIs', { condition: words(`equipmentConditions.${condition}`) }), note].filter(Boolean).join('\n');
  const noteWith = (note: string, own: PhotoView[], date: string): ReactNode =>
    note || own.length > 0 ? (
      <>
        {note}
        {own.length > 0 && <span className="mt-2 flex flex-wrap gap-2">{own.map((photo) => <Photo key={photo.id} photo={photo} label={texts('photoOf', { date })} />)}</span>}
      </>
    ) : undefined;
  const items = checks.map((check) => ({
    id: check.id,
    title: t(check.inUse ? 'states.in_use' : 'states.not_in_use'),
    when: format.date(check.checkedOn),
    who: check.recordedBy,
    note: noteWith(noteOf(check), photos.filter((photo) => photo.checkId === check.id), format.date(check.checkedOn)),
    tone: check.inUse ? ('good' as const) : ('bad' as const),
    icon: check.inUse ? ('check' as const) : ('close' as const),
  }));
  return (
    <Card title={t('checks')} description={t('checksRule')}>
      {items.length > 0 ? <Timeline items={items} /> : <EmptyState icon="search" title={t('neverChecked')}>{!approved && t('checkAfterApproval')}</EmptyState>}
    </Card>
  );
}

function Photo({ photo, label }: { photo: PhotoView; label: string }) {
  return (
    <a href={`/api/checks/photos/${photo.id}`} target="_blank" rel="noopener">
      {/* biome-ignore lint/performance/noImgElement: only who may read the record gets it, so no optimiser may keep it */}
      <img src={`/api/checks/photos/${photo.id}`} alt={label} width={photo.width} height={photo.height} loading="lazy" className="size-20 rounded border border-line object-cover" />
    </a>
  );
}
