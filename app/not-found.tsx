import { getTranslations } from 'next-intl/server';
import { NothingHere } from '@/components/shell/nothing-here';

export default async function NotFound() {
  const [t, common] = [await getTranslations('common.notFound'), await getTranslations('common')];
  return <NothingHere words={{ appName: common('appName'), title: t('title'), body: t('body'), home: t('home') }} />;
}
