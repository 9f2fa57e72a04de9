import { useTranslations } from 'next-intl';
import { LinkForm } from '@/components/links/link-form';
import { ButtonLink } from '@/components/ui/button';
import { Banner } from '@/components/ui/feedback';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page';
import { useFormat } from '@/lib/i18n/use-format';
import type { Language, SignatureParty } from '@/lib/shared/vocabulary';
import type { CertificateFacts } from '@/lib/signing/queries/paper';
import { HandOverText } from './hand-over-text';
import { sendSignatureOnScreen } from './send-signature';
import { SigningFields } from './signing-fields';

type Props = { project: { id: string; slug: string; projectsId: string; timeZone: string }; facts: CertificateFacts; party: SignatureParty; language: Language; id: string };

/** The screen that is turned to whoever signs: the text, then one signature for all of it. */
export function SignOnScreenPage({ project, facts, party, language, id }: Props) {
  const [t, activities, links, common, errors, format] = [useTranslations('signing'), useTranslations('activities'), useTranslations('links'), useTranslations('common'), useTranslations('errors'), useFormat()];
  const { content } = facts;
  const base = `/projects/${project.slug}`;
  const record = `${base}/activities/${content.reference}`;
  const other = party === 'receiver' ? 'hander' : 'receiver';
  const signed = facts.signatures.find((one) => one.party === party && one.holds);
  const hidden = { projectId: project.id, id, activityId: facts.activityId, party };
  return (
    <div data-turned="" className="mx-auto max-w-3xl">
      <PageHeader
        title={t(`screen.${party}`)}
        context={`${content.reference} · ${facts.title}`}
        crumbs={[{ label: project.projectsId, href: base }, { label: activities('title'), href: `${base}/activities` }, { label: content.reference, href: record }]}
        meta={<TextLink href={`${record}/sign${other === 'hander' ? '?party=hander' : ''}`}>{t(`switchTo.${other}`)}</TextLink>}
      />
      <HandOverText content={content} recipient={facts.recipient[0] ?? ''} place={facts.place} />
      <hr className="my-6 border-line" />
      {signed ? (
        <Banner kind="success" title={t('signedBy', { name: signed.signerName, when: format.moment(signed.signedAt, project.timeZone) })} live action={<ButtonLink size="sm" href={record}>{t('back')}</ButtonLink>}>{t('signedThanks')}</Banner>
      ) : (
        <LinkForm key={party} token="" action={sendSignatureOnScreen} done={<Banner kind="success" title={t('signedTitle')} action={<ButtonLink size="sm" href={record}>{t('back')}</ButtonLink>}>{t('signedThanks')}</Banner>} texts={{ send: t('sign'), sending: links('sending'), failed: common('failed'), missing: errors('required') }}>
          {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
          <SigningFields sha={facts.sha} language={language} party={party} name={party === 'receiver' ? content.receiver : content.hander} post={party === 'receiver' ? content.receiverPost : null} />
        </LinkForm>
      )}
    </div>
  );
}
