import { useTranslations } from 'next-intl';
import type { Language, SignatureParty } from '@/lib/shared/vocabulary';
import { SignaturePad } from './signature-pad';

type Props = { sha: string; language: Language; party: SignatureParty; name: string | null; post: string | null };

/** What a signer fills in under the text: who they are, for whom they sign, the signature, and that they accept. */
export function SigningFields({ sha, language, party, name, post }: Props) {
  const [t, errors] = [useTranslations('signing'), useTranslations('errors')];
  return (
    <>
      <input type="hidden" name="contentSha" value={sha} />
      <input type="hidden" name="language" value={language} />
      <Line name="signerName" label={t('signerName')} value={name} required autoComplete="name" />
      <Line name="signerPost" label={t('signerPost')} value={post} autoComplete="organization-title" />
      <details className="rounded-lg border border-line px-3 py-2">
        <summary className="min-h-8 cursor-pointer py-1 font-medium">{t('behalf')}</summary>
        <div className="grid gap-4 py-2">
          <p className="text-soft">{t('behalfHint')}</p>
          <Line name="onBehalfOf" label={t('onBehalfOf')} value={null} />
          <Line name="reason" label={t('behalfReason')} value={null} max={1000} />
        </div>
      </details>
      <SignaturePad texts={{ label: t('signature'), hint: t('signatureHint'), clear: t('clear'), type: t('typeInstead'), typed: t('typed') }} />
      <label className="flex min-h-12 items-start gap-3 rounded-lg border border-edge bg-surface px-3 py-3 has-checked:border-accent has-checked:bg-accent-soft">
        <input type="checkbox" name="accepted" value="yes" required data-missing={errors('acceptRequired')} className="tick mt-0.5" />
        <span>{t(`statement.${party}`)}</span>
      </label>
    </>
  );
}

type LineProps = { name: string; label: string; value: string | null; required?: boolean; max?: number; autoComplete?: string };
function Line({ name, label, value, required, max = 200, autoComplete = 'off' }: LineProps) {
  return (
    <div className="grid gap-1">
      <label htmlFor={name} className="text-base font-semibold">{label}</label>
      <input id={name} name={name} type="text" className="control min-h-11" defaultValue={value ?? ''} required={required} maxLength={max} autoComplete={autoComplete} />
    </div>
  );
}
