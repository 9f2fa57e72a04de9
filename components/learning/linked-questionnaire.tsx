import { useTranslations } from 'next-intl';
import { LinkChoices, LinkText } from '@/components/links/fields';
import { LinkHead } from '@/components/links/link-head';
import { ThankedForm } from '@/components/links/thanked-form';
import { Banner } from '@/components/ui/feedback';
import { useFormat } from '@/lib/i18n/use-format';
import { scores } from '@/lib/learning/rules/questionnaire';
import type { LinkedQuestionnaire } from '@/lib/learning/queries/questionnaire';
import { sendQuestionnaire } from './send-questionnaire';

type Props = { token: string; answerId: string; found: LinkedQuestionnaire; answeredBefore: boolean };

/** The anonymous questionnaire of a training on the participant's own phone. */
export function LinkedQuestionnairePage({ token, answerId, found, answeredBefore }: Props) {
  const t = useTranslations('learning.questionnaire');
  const format = useFormat();
  return (
    <>
      <LinkHead title={found.training} context={found.organisation} meta={format.dateRange(found.from, found.to)} />
      <div className="mb-6 grid gap-3">
        <p>{t('anonymous')}</p>
        {answeredBefore && <Banner>{t('answeredBefore')}</Banner>}
      </div>
      <ThankedForm token={token} action={sendQuestionnaire} thanks={t('thanks')}>
        <input type="hidden" name="answerId" value={answerId} />
        <p className="-mb-2 rounded-md bg-sunken px-3 py-2 text-soft">{t('scale')}</p>
        {found.items.map((item) => (
          <LinkChoices key={item.id} name={`score.${item.id}`} legend={item.text} choices={scores.map((score) => ({ value: String(score), label: t('score', { score }) }))} row />
        ))}
        <LinkText name="comment" label={t('comment')} hint={t('commentHint')} max={2000} />
      </ThankedForm>
    </>
  );
}
