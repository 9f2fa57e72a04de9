import { useTranslations } from 'next-intl';
import type { SummaryProps } from '@/components/activities/record/surroundings';
import { AskedLinks } from '@/components/learning/asked-links';
import { Badge } from '@/components/ui/badge';
import { Icon } from '@/components/ui/icon';
import { Card } from '@/components/ui/page';
import { useFormat } from '@/lib/i18n/use-format';
import type { FollowUpView } from '@/lib/learning/queries/record';
import { isOpen } from '@/lib/learning/rules/follow-up';
import { FollowUpForm } from './follow-up-form';

/** Whether the trainees apply what they learnt, asked some months later; answers are recorded here. */
export function FollowUps({ record, around, followUps }: SummaryProps<'training'> & { followUps: FollowUpView[] }) {
  const t = useTranslations('trainings');
  if (followUps.length === 0 && record.reviewState === 'approved') return null;
  const [answered, waiting] = [followUps.filter((row) => row.answeredOn !== null), followUps.filter((row) => row.answeredOn === null)];
  return (
    <Card
      id="follow-ups"
      title={t('followUps')}
      description={t('followUpsHint')}
      action={
        followUps.length > 0 && (
          <span className="tabular text-soft">
            {t('answeredOf', { answered: answered.length, all: followUps.length, applied: answered.filter((row) => row.applied).length })}
          </span>
        )
      }
    >
      {followUps.length === 0 && <p className="text-soft">{t('followUpsNone')}</p>}
      {waiting.length > 0 && <Lines rows={waiting} record={record} around={around} />}
      {answered.length > 0 && (
        <details open={waiting.length === 0 && answered.length <= 5} className={waiting.length > 0 ? 'mt-2 border-t border-line pt-2' : undefined}>
          <summary className="inline-flex min-h-6 items-center gap-1 font-medium hover:text-accent">
            <Icon name="right" size={12} className="turn" />
            {t('answers', { n: answered.length })}
          </summary>
          <div className="mt-2">
            <Lines rows={answered} record={record} around={around} />
          </div>
        </details>
      )}
    </Card>
  );
}

function Lines({ rows, record, around }: SummaryProps<'training'> & { rows: FollowUpView[] }) {
  const t = useTranslations('trainings');
  return (
    <ul className="divide-y divide-line">
      {rows.map((row) => (
        <li key={row.id} className="grid gap-2 py-2.5 first:pt-0 last:pb-0">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <span className="font-medium">{row.name ?? t('anonymised')}</span>
            <Standing row={row} today={around.project.today} />
          </div>
          {row.note && <p className="text-soft">{row.note}</p>}
          {around.mayWrite && record.reviewState === 'approved' && (
            <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
              {isOpen(row) && row.dueOn <= around.project.today && row.name && (
                <AskedLinks
                  projectId={around.project.id}
                  timeZone={around.project.timeZone}
                  asked={{ followUpId: row.id, name: row.name, email: row.email, supervisorEmail: row.supervisorEmail, confirmed: row.supervisorConfirmed !== null, training: record.title }}
                  links={around.links.filter((link) => link.subjectId === row.id)}
                />
              )}
              <AnswerForm row={row} around={around} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function Standing({ row, today }: { row: FollowUpView; today: string }) {
  const t = useTranslations('trainings');
  const format = useFormat();
  if (row.answeredOn === null) {
    const late = row.dueOn < today;
    return (
      <Badge tone={late ? 'warn' : 'neutral'} icon={late ? 'warning' : 'calendar'}>
        {t(late ? 'overdue' : 'due', { date: format.date(row.dueOn) })}
      </Badge>
    );
  }
  return (
    <span className="flex flex-wrap items-center gap-2">
      {row.supervisorConfirmed !== null && <span className="text-soft">{row.supervisorConfirmed ? t('confirmed') : t('notConfirmed')}</span>}
      <Badge tone={row.applied ? 'good' : 'neutral'} icon={row.applied ? 'check' : 'minus'}>
        {t('answer', { applied: row.applied ? 'yes' : 'no', date: format.date(row.answeredOn) })}
      </Badge>
    </span>
  );
}

function AnswerForm({ row, around }: { row: FollowUpView; around: SummaryProps<'training'>['around'] }) {
  const [t, common] = [useTranslations('trainings'), useTranslations('common')];
  const texts = {
    open: t(row.answeredOn ? 'change' : 'record'),
    applied: t('applied'),
    yes: common('yes'),
    no: common('no'),
    supervisor: t('supervisor'),
    notAsked: t('notAsked'),
    answeredOn: t('answeredOn'),
    note: t('note'),
    noteHint: t('noteHint'),
    save: t('save'),
    failed: common('failed'),
  };
  const { id, answeredOn, applied, supervisorConfirmed, note } = row;
  return (
    <FollowUpForm
      projectId={around.project.id}
      followUp={{ id, answeredOn, applied, supervisorConfirmed, note }}
      name={row.name ?? t('anonymised')}
      today={around.project.today}
      texts={texts}
    />
  );
}
