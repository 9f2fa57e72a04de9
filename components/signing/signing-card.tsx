import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/links/copy-button';
import { ActButton } from '@/components/ui/act-button';
import { Badge } from '@/components/ui/badge';
import { ButtonLink, buttonClass } from '@/components/ui/button';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { Banner } from '@/components/ui/feedback';
import { Icon } from '@/components/ui/icon';
import { Card } from '@/components/ui/page';
import { QrCode } from '@/components/ui/qr-code';
import { useFormat } from '@/lib/i18n/use-format';
import { revokeLinkAction } from '@/lib/links/actions';
import type { LinkView } from '@/lib/links/queries';
import { askSignatureAction } from '@/lib/signing/actions';
import type { SignatureView, SigningView } from '@/lib/signing/queries/record';
import { isSignable } from '@/lib/signing/rules';

type Props = { project: { id: string; slug: string; timeZone: string }; activityId: string; signing: SigningView; links: LinkView[]; mayWrite: boolean };
const looks = { paper: ['good', 'check'], signed: ['good', 'check'], void: ['bad', 'warning'], unsigned: ['warn', 'warning'] } as const;

/** The certificate of a hand-over: whether it is signed, by whom and how, and the three ways to get it signed. */
export function SigningCard({ project, activityId, signing, links, mayWrite }: Props) {
  const t = useTranslations('signing');
  const record = `/projects/${project.slug}/activities/${signing.content.reference}`;
  const [tone, icon] = looks[signing.standing];
  const open = mayWrite && isSignable(signing.state) && signing.content.items.length > 0 && signing.content.recipientInstitutionId !== null;
  return (
    <Card id="signing" title={t('title')} description={t('rule')} action={<Badge tone={tone} icon={icon}>{t(`standing.${signing.standing}`)}</Badge>}>
      <div className="grid gap-4">
        {signing.standing === 'void' && <Banner kind="warning" title={t('voidTitle')}>{t('voidBody')}</Banner>}
        {signing.signatures.length > 0 && <ul className="grid gap-3 sm:grid-cols-2">{signing.signatures.map((one) => <Signature key={one.id} signature={one} timeZone={project.timeZone} />)}</ul>}
        <p className="text-soft">{t('codeIs')} <span className="tabular font-medium text-ink">{signing.verificationCode}</span></p>
        <div className="no-print flex flex-wrap gap-2">
          <a className={buttonClass()} href={`${record}/certificate.pdf`} target="_blank" rel="noopener"><Icon name="print" />{t('print')}</a>
          {open && <ButtonLink href={`${record}/sign`} icon="edit">{t('onScreen')}</ButtonLink>}
        </div>
        {open && signing.standing !== 'signed' && <ByLink project={project} activityId={activityId} signing={signing} links={links} />}
      </div>
    </Card>
  );
}

function Signature({ signature, timeZone }: { signature: SignatureView; timeZone: string }) {
  const t = useTranslations('signing');
  const format = useFormat();
  const { party, way, signerName, signerPost, drawing, holds, onBehalfOf, reason } = signature;
  return (
    <li className="rounded-lg border border-line p-3">
      <p className="flex flex-wrap items-center justify-between gap-2 text-soft">{t(`party.${party}`)}{!holds && <Badge tone="bad" icon="close">{t('noLonger')}</Badge>}</p>
      {drawing ? (
        // biome-ignore lint/performance/noImgElement: drawn on screen, a few kB, and it comes with the page
        <img src={`data:image/png;base64,${drawing}`} alt={t('drawnBy', { name: signerName })} className="my-1 max-h-20 max-w-full rounded bg-white p-1" />
      ) : (
        <p className="my-1 text-lg italic">{signerName}</p>
      )}
      <p className="font-medium">{[signerName, signerPost].filter(Boolean).join(', ')}</p>
      <p className="tabular text-xs text-soft">{t(`via.${way}`, { when: format.moment(signature.signedAt, timeZone), who: signature.recordedBy ?? '' })}</p>
      {onBehalfOf && <p className="text-xs text-soft">{t('behalfOf', { name: onBehalfOf, reason: reason ?? '' })}</p>}
    </li>
  );
}

function ByLink({ project, activityId, signing, links }: Omit<Props, 'mayWrite'>) {
  const [t, texts, common] = [useTranslations('signing'), useTranslations('links'), useTranslations('common')];
  const format = useFormat();
  const link = links.find((one) => one.url !== null);
  const { content } = signing;
  if (!link?.url) return <div><ActButton label={t(links.length > 0 ? 'askAgain' : 'ask')} context={content.reference} failedText={common('failed')} action={askSignatureAction} input={{ projectId: project.id, activityId }} icon="external" /></div>;
  const mail = `mailto:?subject=${encodeURIComponent(t('mail.subject', { reference: content.reference }))}&body=${encodeURIComponent(t('mail.body', { name: content.receiver ?? '', url: link.url }))}`;
  return (
    <div className="flex flex-wrap items-start gap-4 rounded-lg border border-line p-3">
      <QrCode text={link.url} label={texts('qrLabel')} className="w-28" />
      <div className="grid min-w-48 flex-1 gap-2">
        <p>{t('linkWaits', { date: format.moment(link.expiresAt, project.timeZone) })}</p>
        <div className="flex flex-wrap gap-2">
          <CopyButton text={link.url} label={texts('copy')} copied={texts('copied')} context={content.reference} />
          <a href={mail} className={buttonClass({ size: 'sm' })}><Icon name="external" />{texts('byMail')}</a>
          <ConfirmButton label={texts('revoke')} title={texts('revokeTitle')} body={texts('revokeBody')} cancelLabel={common('cancel')} failedText={common('failed')} action={revokeLinkAction} input={{ projectId: project.id, linkId: link.id }} variant="ghost" size="sm" />
        </div>
      </div>
    </div>
  );
}
