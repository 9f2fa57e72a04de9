import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { TextLink } from '@/components/ui/link';

/** What a stranger reads who scans a label: whose it is and where to report it. Nothing of the item, its place or its project. */
export function FoundItem({ owner, contact, code }: { owner: string | null; contact: string | null; code: string }) {
  const t = useTranslations('labels.public');
  return (
    <div className="mx-auto grid max-w-md gap-3 py-8">
      <span className="w-fit rounded-full bg-sunken p-3 text-soft"><Icon name="box" size={20} /></span>
      <h1 className="text-2xl/8 font-semibold tracking-tight">{owner ? t('propertyOf', { owner }) : t('property')}</h1>
      <p className="text-base">{contact ? t('reportTo', { contact }) : t('report')}</p>
      <p className="mt-4 text-soft"><TextLink href={`/sign-in?next=${encodeURIComponent(`/i/${code}`)}`}>{t('signIn')}</TextLink></p>
    </div>
  );
}
