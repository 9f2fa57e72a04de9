import { useTranslations } from 'next-intl';
import { KindSummary } from '@/components/activity-kinds';
import { ReviewHistory } from '@/components/review/review-history';
import { ReviewPanel } from '@/components/review/review-panel';
import { Badge, StatusBadge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { Banner } from '@/components/ui/feedback';
import { PageHeader } from '@/components/ui/page';
import { kindSpecs } from '@/lib/activity-kinds';
import { deleteDraftAction } from '@/lib/activities/actions';
import type { ActivityRecord } from '@/lib/activities/queries/record';
import type { TrailEntry } from '@/lib/activities/queries/trail';
import type { EvidenceView } from '@/lib/evidence/queries';
import { useFormat } from '@/lib/i18n/use-format';
import { About } from './about';
import { EvidenceCard } from './evidence-card';
import { RecordFigures } from './figures';
import type { Surroundings } from './surroundings';
import { Trail } from './trail';

type Props = { record: ActivityRecord; files: EvidenceView[]; trail: TrailEntry[]; around: Surroundings };

/** Everything about one activity: what it was, who stood in it, what proves it, where its review stands, and what it counts for. */
export function RecordPage({ record, files, trail, around }: Props) {
  const t = useTranslations('activities');
  return (
    <>
      <RecordHeader record={record} around={around} />
      {record.closedPeriod && (
        <div className="mb-4">
          <Banner>{t('closedPeriod', { name: record.closedPeriod })}</Banner>
        </div>
      )}
      {/* The decision comes first on a phone and stands at the right on a wide screen. */}
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_23rem] xl:grid-rows-[auto_1fr]">
        <div className="min-w-0 xl:col-start-2">
          <ReviewPanel record={record} around={around} />
        </div>
        <div className="grid min-w-0 grid-cols-1 gap-4 xl:col-start-1 xl:row-span-2 xl:row-start-1">
          <About record={record} around={around} />
          <KindSummary record={record} around={around} />
          {record.rights.readsTrail && <Trail entries={trail} timeZone={around.project.timeZone} />}
        </div>
        <div className="grid min-w-0 grid-cols-1 gap-4 xl:col-start-2">
          <EvidenceCard record={record} files={files} around={around} />
          <RecordFigures record={record} around={around} />
          <ReviewHistory steps={record.steps} timeZone={around.project.timeZone} />
        </div>
      </div>
    </>
  );
}

function RecordHeader({ record, around }: Pick<Props, 'record' | 'around'>) {
  const [t, words, meetings] = [useTranslations('activities'), useTranslations('vocabulary'), useTranslations('meetings')];
  const format = useFormat();
  const base = `/projects/${around.project.slug}`;
  const [from, to] = [record.actualStart ?? record.plannedStart, record.actualEnd ?? record.plannedEnd];
  return (
    <PageHeader
      title={record.title || t('untitled')}
      context={`${words(`activityKinds.${record.kind}`)} ${record.reference}`}
      crumbs={[
        { label: around.project.projectsId, href: base },
        { label: t('title'), href: `${base}/activities` },
      ]}
      action={<RecordButtons record={record} around={around} />}
      meta={
        <>
          <StatusBadge of="implementation" state={record.implementation} />
          <StatusBadge of="review" state={record.reviewState} />
          {record.kind === 'meeting' && record.detail.restricted && (
            <Badge tone="warn" icon="lock">
              {meetings('restricted')}
            </Badge>
          )}
          {(from || to) && <span className="tabular">{format.dateRange(from, to)}</span>}
          {record.place && <span>{record.place}</span>}
        </>
      }
    />
  );
}

function RecordButtons({ record, around }: Pick<Props, 'record' | 'around'>) {
  const [t, common, imports] = [useTranslations('activities'), useTranslations('common'), useTranslations('imports')];
  const base = `/projects/${around.project.slug}/activities`;
  const { id: activityId, version, reference, rights } = record;
  return (
    <>
      {rights.remove && (
        <ConfirmButton
          label={t('remove')}
          title={t('removeTitle', { reference })}
          body={t('removeBody')}
          cancelLabel={common('cancel')}
          failedText={common('failed')}
          action={deleteDraftAction}
          input={{ projectId: around.project.id, activityId, version }}
          icon="trash"
          then={base}
        />
      )}
      {around.mayWrite && record.kind !== 'equipment' && (
        <ButtonLink href={`${base}/${record.kind}/new?copy=${reference}`} icon="plus">
          {t(record.kind === 'meeting' ? 'nextMeeting' : 'duplicate')}
        </ButtonLink>
      )}
      {rights.edit && kindSpecs[record.kind].people !== 'none' && (
        <ButtonLink href={`${base}/${reference}/import`} icon="upload">
          {imports('importList')}
        </ButtonLink>
      )}
      {rights.edit && (
        <ButtonLink href={`${base}/${reference}/edit`} icon="edit" variant={record.reviewState === 'submitted' ? 'secondary' : 'primary'}>
          {t('edit')}
        </ButtonLink>
      )}
    </>
  );
}
