import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/feedback';
import { TextLink } from '@/components/ui/link';
import { Card, PageHeader } from '@/components/ui/page';
import type { ReviewQueue } from '@/lib/review/queries';
import { QueueItem, ReadingItem } from './queue-items';
import { StepForm } from './step-form';

export type QueueProject = { id: string; slug: string; projectsId: string; timeZone: string };
type Props = { project: QueueProject; queue: ReviewQueue };

/** What waits for a decision, oldest first, what was sent back, and readings of reported indicators. */
export function QueuePage({ project, queue }: Props) {
  const [t, common] = [useTranslations('review'), useTranslations('common')];
  const nothing = queue.submitted.length + queue.returned.length + queue.readings.length === 0;
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={t(queue.decides ? 'intro' : 'introStaff')}
        crumbs={[{ label: project.projectsId, href: `/projects/${project.slug}` }]}
      />
      {/* One form around all lists: what came of an approval stays to be read when its row is gone. */}
      <StepForm projectId={project.id} failed={common('failed')} reload={t('reload')} className="grid grid-cols-1 gap-4">
        {nothing && <Nothing project={project} decides={queue.decides} />}
        {queue.submitted.length > 0 && (
          <Part id="waiting" title={t(queue.decides ? 'waiting' : 'waitingStaff')}>
            {queue.submitted.map((row) => (
              <QueueItem key={row.id} row={row} project={project} decides={queue.decides} />
            ))}
          </Part>
        )}
        {queue.readings.length > 0 && (
          <Part id="readings" title={t('readings')}>
            {queue.readings.map((row) => (
              <ReadingItem key={row.id} row={row} project={project} decides={queue.decides} />
            ))}
          </Part>
        )}
        {queue.returned.length > 0 && (
          <Part id="returned" title={t('returned')}>
            {queue.returned.map((row) => (
              <QueueItem key={row.id} row={row} project={project} decides={false} returned />
            ))}
          </Part>
        )}
      </StepForm>
    </>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <Card flush id={id} title={title}>
      <ul className="divide-y divide-line border-t border-line">{children}</ul>
    </Card>
  );
}

function Nothing({ project, decides }: { project: QueueProject; decides: boolean }) {
  const t = useTranslations('review');
  return (
    <Card>
      <EmptyState
        icon="review"
        title={t(decides ? 'none' : 'noneStaff')}
        action={!decides && <TextLink href={`/projects/${project.slug}/activities?review=draft`}>{t('drafts')}</TextLink>}
      >
        {t(decides ? 'noneHint' : 'noneStaffHint')}
      </EmptyState>
    </Card>
  );
}
