import { useTranslations } from 'next-intl';
import { errorLink } from '@/lib/i18n/error-text';
import { useErrorText } from './context';

/** A message as a sentence, with a way to the record that it speaks of. */
export function ErrorSentence({ message }: { message: string }) {
  const text = useErrorText();
  return <>{text(message)} <RecordLink message={message} /></>;
}

/** The record that a message speaks of, in a tab of its own, so that nothing typed here is left behind; nothing where it names none. */
export function RecordLink({ message }: { message: string }) {
  const t = useTranslations('forms');
  const link = errorLink(message);
  return link && <a href={link.href} target="_blank" rel="noopener" className="link inline-flex min-h-6 items-center">{t('openRecord', { name: link.label })}</a>;
}
