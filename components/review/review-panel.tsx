import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Surroundings } from '@/components/activities/record/surroundings';
import { Button, buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import type { ActivityRecord } from '@/lib/activities/queries/record';
import { Cautions, Lacks } from './checks';
import { NoteField, StepForm } from './step-form';

type Props = { record: ActivityRecord; around: Surroundings };

/** Where the record stands in its review, what that asks for, and the steps that this viewer may take. */
export function ReviewPanel({ record, around }: Props) {
  const [t, common] = [useTranslations('review'), useTranslations('common')];
  const { rights, reviewState } = record;
  const last = record.steps[0];
  const preparing = rights.submit || (rights.edit && reviewState !== 'submitted');
  return (
    <Card id="review" title={t('panel')}>
      <div className="grid grid-cols-1 gap-4">
        <p>{t(`states.${reviewState}`, { name: last?.by ?? record.creator })}</p>
        {last?.note && (reviewState === 'returned' || reviewState === 'submitted' || reviewState === 'reopened') && (
          <blockquote className="rounded-md bg-sunken px-3 py-2 whitespace-pre-line">{last.note}</blockquote>
        )}
        {preparing && <Lacks record={record} />}
        {preparing && record.missing.length > 0 && (
          <p>
            <TextLink href={`/projects/${around.project.slug}/activities/${record.reference}/edit`}>{t('fix')}</TextLink>
          </p>
        )}
        {reviewState === 'submitted' && <Cautions record={record} />}
        {rights.decide && rights.obstacle && (
          <p className="flex gap-2">
            <Icon name="lock" className="mt-0.5 text-soft" />
            {t(`obstacles.${rights.obstacle}`)}
          </p>
        )}
        {/* Always there, so that what came of a step can be read when no further step is left. */}
        <StepForm
          projectId={around.project.id}
          failed={common('failed')}
          reload={t('reload')}
          className="no-print grid gap-3 [&:not(:has(button,[role=status]>*))]:hidden"
        >
          <Steps record={record} />
        </StepForm>
      </div>
    </Card>
  );
}

function Steps({ record }: { record: ActivityRecord }) {
  const t = useTranslations('review');
  const { rights, id, version } = record;
  const value = (step: string) => `${step}:${id}:${version}`;
  if (rights.decide && rights.obstacle === null) {
    return (
      <>
        <NoteField label={t('noteDecide')} hint={t('noteDecideHint')} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" name="step" value={value('approve')} variant="primary" icon="check">
            {t('approve')}
          </Button>
          <Button type="submit" name="step" value={value('return')} icon="undo">
            {t('return')}
          </Button>
        </div>
      </>
    );
  }
  if (rights.submit && record.missing.length === 0) {
    return (
      <>
        <NoteField label={t('noteOptional')} hint={t('submitNoteHint')} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" name="step" value={value('submit')} variant="primary">
            {t('submit')}
          </Button>
          {rights.withdraw && (
            <Button type="submit" name="step" value={value('withdraw')}>
              {t('withdraw')}
            </Button>
          )}
        </div>
      </>
    );
  }
  if (rights.withdraw) return <Fold label={t('withdraw')} hint={t('withdrawHint')} value={value('withdraw')} />;
  return rights.reopen ? <Fold label={t('reopen')} hint={t('reopenHint')} value={value('reopen')} /> : null;
}

/** A step that needs a reason and is not what one usually comes for. */
function Fold({ label, hint, value }: { label: string; hint: string; value: string }): ReactNode {
  const t = useTranslations('review');
  return (
    <details>
      <summary className={buttonClass({ size: 'sm' })}>{label}</summary>
      <div className="mt-3 grid gap-3">
        <NoteField label={t('reason')} hint={hint} required />
        <div>
          <Button type="submit" name="step" value={value} variant="danger">
            {label}
          </Button>
        </div>
      </div>
    </details>
  );
}
