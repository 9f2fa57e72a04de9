import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { isLanguage, languageOf, localeTags, preferredLanguage } from './languages';
import { messages } from './messages';

/** What next-intl asks for on each request: the person's own choice first, then what the browser prefers. */
export default getRequestConfig(async ({ locale }) => {
  const chosen = (await cookies()).get('language')?.value;
  const asked = locale ? languageOf(locale) : undefined;
  const language = asked ?? (isLanguage(chosen) ? chosen : preferredLanguage((await headers()).get('accept-language')));
  return { locale: localeTags[language], messages: messages[language], timeZone: 'UTC' };
});
