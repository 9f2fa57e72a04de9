import { useTranslations } from 'next-intl';
import { QrCode } from '@/components/ui/qr-code';

/** Printed only: the sheet that hangs in the room. The code in both languages is big enough to be scanned from a chair. */
export function Poster({ title, dates, url }: { title: string; dates: string; url: string }) {
  const [t, links] = [useTranslations('learning.questionnaire'), useTranslations('links')];
  return (
    <section className="hidden text-center print:block" aria-label={t('poster')}>
      <h1 className="text-2xl font-semibold">{title}</h1>
      <p className="mt-1">{dates}</p>
      <p className="mt-8 text-lg">{t('posterCall')}</p>
      <QrCode text={url} label={links('qrLabel')} className="mx-auto my-6 w-96" />
      <p className="font-mono text-xs break-all">{url}</p>
      <p className="mt-6">{t('anonymous')}</p>
    </section>
  );
}
