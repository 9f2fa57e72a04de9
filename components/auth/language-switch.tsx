import { useTranslations } from 'next-intl';
import { setLanguage } from '@/lib/i18n/actions';
import { languages } from '@/lib/shared/vocabulary';

/** The languages by their own names; works without JavaScript. */
export function LanguageSwitch() {
  const t = useTranslations('common');
  return (
    <form action={setLanguage} aria-label={t('language')} className="flex flex-wrap justify-center gap-x-4">
      {languages.map((language) => (
        <button key={language} type="submit" name="language" value={language} lang={language === 'cnr' ? 'sr-Latn-ME' : language} className="min-h-8 rounded px-1 text-soft underline-offset-3 hover:text-ink hover:underline">
          {t(`languages.${language}`)}
        </button>
      ))}
    </form>
  );
}
