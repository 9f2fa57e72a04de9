import { cookies } from 'next/headers';
import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { setLanguage, setTheme } from '@/lib/i18n/actions';
import { languageOf } from '@/lib/i18n/languages';
import { languages } from '@/lib/shared/vocabulary';

const themes = ['light', 'dark', 'system'] as const;
export type Theme = (typeof themes)[number];

/** The theme the person chose; 'system' follows the device. */
export async function chosenTheme(): Promise<Theme> {
  const theme = (await cookies()).get('theme')?.value;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

type Choices = {
  action: (form: FormData) => Promise<void>;
  name: string;
  title: string;
  current: string;
  options: { value: string; label: string; lang?: string }[];
};

// Plain forms: each choice is a submit button, so that it works before and without JavaScript.
function ChoiceForm({ action, name, title, current, options }: Choices) {
  return (
    <form action={action} aria-label={title}>
      <p className="px-2 pt-1.5 pb-1 text-xs font-medium text-soft">{title}</p>
      {options.map((option) => (
        <button
          key={option.value}
          name={name}
          value={option.value}
          lang={option.lang}
          aria-current={option.value === current ? 'true' : undefined}
          className="menu-item"
          type="submit"
        >
          <span className="flex-1">{option.label}</span>
          {option.value === current && <Icon name="check" />}
        </button>
      ))}
    </form>
  );
}

export function LanguageSwitch() {
  const t = useTranslations('common');
  const options = languages.map((language) => ({ value: language, label: t(`languages.${language}`), lang: language === 'cnr' ? 'sr-Latn-ME' : language }));
  return <ChoiceForm action={setLanguage} name="language" title={t('language')} current={languageOf(useLocale())} options={options} />;
}

export function ThemeSwitch({ current }: { current: Theme }) {
  const t = useTranslations('common');
  return (
    <ChoiceForm
      action={setTheme}
      name="theme"
      title={t('theme')}
      current={current}
      options={themes.map((theme) => ({ value: theme, label: t(`themes.${theme}`) }))}
    />
  );
}
