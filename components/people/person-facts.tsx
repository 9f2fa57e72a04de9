import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DescriptionList } from '@/components/ui/facts';
import { Banner } from '@/components/ui/feedback';
import { Card } from '@/components/ui/page';
import { useFormat } from '@/lib/i18n/use-format';
import type { PersonView } from '@/lib/people/queries/person';
import { isDue } from '@/lib/people/rules/retention';

/** Who the person is, the posts held (`children`), and on what ground and until when the record is kept (DOMAIN §5). */
export function PersonFacts({ person, today, children, acts }: { person: PersonView; today: string; children: ReactNode; acts?: ReactNode }) {
  const t = useTranslations('people');
  const format = useFormat();
  return (
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-3">
      {person.anonymised && <div className="lg:col-span-3"><Banner kind="info">{t('anonymisedNote')}</Banner></div>}
      {!person.anonymised && isDue(person.retainUntil, today) && <div className="lg:col-span-3"><Banner kind="warning">{t('retentionPassed')}</Banner></div>}
      <Card title={t('about')}>
        <DescriptionList items={[
          { label: t('sex'), value: t(`sexes.${person.sex}`) },
          { label: t('birthYear'), value: person.birthYear },
          { label: t('rank'), value: person.rank },
          { label: t('email'), value: person.email },
          { label: t('phone'), value: person.phone },
        ]} />
      </Card>
      {children}
      <Card title={t('privacy')}>
        <DescriptionList items={[
          { label: t('lawfulBasis'), value: person.lawfulBasis },
          { label: t('consentOn'), value: format.date(person.consentOn) },
          { label: t('retainUntil'), value: format.date(person.retainUntil) },
        ]} />
        {acts && <div className="mt-4 flex flex-wrap gap-2">{acts}</div>}
      </Card>
    </div>
  );
}
