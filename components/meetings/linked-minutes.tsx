import { useTranslations } from 'next-intl';
import { LinkChoices, LinkText } from '@/components/links/fields';
import { LinkHead } from '@/components/links/link-head';
import { ThankedForm } from '@/components/links/thanked-form';
import type { LinkedMinutes } from '@/lib/activities/queries/linked-minutes';
import { useFormat } from '@/lib/i18n/use-format';
import { sendComment } from './send-comment';

/** Behind a link for comments: the minutes as they may go outside, and room to say what is wrong in them. */
export function LinkedMinutesPage({ token, found }: { token: string; found: LinkedMinutes }) {
  const t = useTranslations('meetings.link');
  const format = useFormat();
  const choices = [...found.institutions.map(({ id, name }) => ({ value: id, label: name })), { value: '', label: t('otherInstitution') }];
  return (
    <>
      <LinkHead title={found.title || found.reference} context={found.organisation} meta={`${t('minutesOf', { reference: found.reference })} · ${format.date(found.onDate)}`} />
      <Words found={found} />
      <ThankedForm token={token} action={sendComment} thanks={t('thanks')}>
        <LinkChoices name="institutionId" legend={t('who')} choices={choices} required />
        <LinkText name="text" label={t('comment')} hint={t('commentHint')} max={2000} />
      </ThankedForm>
    </>
  );
}

function Words({ found }: { found: LinkedMinutes }) {
  const t = useTranslations('meetings');
  const format = useFormat();
  return (
    <div className="mb-8 grid gap-5 border-b border-line pb-6">
      {found.agenda.length > 0 && (
        <section className="grid gap-2">
          <h2 className="text-base font-semibold">{t('agenda')}</h2>
          <ol className="list-decimal space-y-2 pl-5">
            {found.agenda.map((item) => <li key={item.id}>{item.title}{item.notes && <span className="mt-0.5 block whitespace-pre-line break-words">{item.notes}</span>}</li>)}
          </ol>
        </section>
      )}
      {found.minutes && <section className="grid gap-2"><h2 className="text-base font-semibold">{t('minutes')}</h2><p className="whitespace-pre-line break-words">{found.minutes}</p></section>}
      {found.decisions.length > 0 && (
        <section className="grid gap-2">
          <h2 className="text-base font-semibold">{t('decisions')}</h2>
          <ul className="space-y-1">{found.decisions.map((one) => <li key={one.id} className="break-words"><span className="tabular text-soft">{t('decisionNumber', { n: one.number })}</span> {one.text}</li>)}</ul>
        </section>
      )}
      {found.actionPoints.length > 0 && (
        <section className="grid gap-2">
          <h2 className="text-base font-semibold">{t('actionPoints')}</h2>
          <ul className="space-y-2">{found.actionPoints.map((one) => <li key={one.id} className="break-words"><span className="tabular text-soft">#{one.number}</span> {one.text}<span className="block text-soft">{[one.institution, one.dueDate && format.date(one.dueDate)].filter(Boolean).join(' · ')}</span></li>)}</ul>
        </section>
      )}
    </div>
  );
}
