import { useTranslations } from 'next-intl';
import { LinkHead } from '@/components/links/link-head';
import { ThankedForm } from '@/components/links/thanked-form';
import type { Language } from '@/lib/shared/vocabulary';
import type { LinkedHandOver } from '@/lib/signing/queries/link';
import { HandOverText } from './hand-over-text';
import { sendSignatureByLink } from './send-signature';
import { SigningFields } from './signing-fields';

/** The page on which a receiver without an account reads what is handed over and signs for all of it. */
export function LinkedHandOverPage({ token, found, language }: { token: string; found: LinkedHandOver; language: Language }) {
  const t = useTranslations('signing');
  const { content } = found;
  return (
    <>
      <LinkHead title={t('linkTitle')} context={found.organisation} meta={[content.reference, found.title].filter(Boolean).join(' · ')} />
      <HandOverText content={content} recipient={found.recipient} place={found.place} />
      <hr className="my-6 border-line" />
      <ThankedForm token={token} action={sendSignatureByLink} thanks={t('signedThanks')} send={t('sign')}>
        <SigningFields sha={found.sha} language={language} party="receiver" name={content.receiver} post={content.receiverPost} />
      </ThankedForm>
    </>
  );
}
