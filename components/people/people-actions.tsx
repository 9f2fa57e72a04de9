import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';

/** What can be done on the register: see who trains, import a list, add somebody. */
export function PeopleActions({ path, mayWrite }: { path: string; mayWrite: boolean }) {
  const [t, imports, trainers] = [useTranslations('people'), useTranslations('imports'), useTranslations('trainers')];
  const list = <ButtonLink href={`${path}/trainers`} icon="training">{trainers('title')}</ButtonLink>;
  if (!mayWrite) return list;
  return (
    <>
      {list}
      <ButtonLink href={`${path}/import`} icon="upload">{imports('importList')}</ButtonLink>
      <ButtonLink href={`${path}/new`} variant="primary" icon="plus">{t('add')}</ButtonLink>
    </>
  );
}
