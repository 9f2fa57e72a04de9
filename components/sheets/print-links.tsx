import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

/** The paper to print, in one language or both. Plain links: a PDF is no page of the app. */
export function PrintLinks({ href }: { href: string }) {
  const t = useTranslations('sheets');
  const choices = [['both', t('printBoth')], ['cnr', t('printCnr')], ['en', t('printEn')]] as const;
  return (
    <div className="flex flex-wrap gap-2">
      {choices.map(([language, label]) => (
        <a key={language} href={`${href}?language=${language}`} target="_blank" rel="noopener" className={buttonClass()}>
          <Icon name="print" />
          {label}
        </a>
      ))}
    </div>
  );
}
