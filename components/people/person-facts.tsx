import { useTranslations } from 'next-intl';
import { DescriptionList } from '@/components/ui/facts';
import { Banner } from '@/components/ui/feedback';
import { Card } from '@/components/ui/page';
import { useFormat } from '@/lib/i18n/use-format';
import type { PersonPost, PersonView } from '@/lib/people/queries';

type Props = { person: PersonView; today: string; institutionName: (id: string | null) => string };

/** Who the person is, the posts held, and on what ground and until when the record is kept (DOMAIN §5). */
export function PersonFacts({ person, today, institutionName }: Props) {
  const t = useTranslations('people');
  const format = useFormat();
  const due = !person.anonymised && person.retainUntil !== null && person.retainUntil < today;
  const held = (post: PersonPost) => (post.to === null ? (post.from ? t('since', { date: format.date(post.from) }) : t('present')) : format.dateRange(post.from ?? post.to, post.to));
  return (
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-3">
      {due && <div className="lg:col-span-3"><Banner kind="warning">{t('retentionPassed')}</Banner></div>}
      <Card title={t('about')}>
        <DescriptionList items={[
          { label: t('sex'), value: t(`sexes.${person.sex}`) },
          { label: t('birthYear'), value: person.birthYear },
          { label: t('rank'), value: person.rank },
          { label: t('email'), value: person.email },
          { label: t('phone'), value: person.phone },
        ]} />
      </Card>
      <Card title={t('posts')}>
        {person.posts.length === 0 && <p className="text-soft">{t('noPosts')}</p>}
        <ol className="grid gap-3">
          {person.posts.map((post) => (
            <li key={`${post.institutionId} ${post.from} ${post.to}`}>
              <p className="font-medium">{institutionName(post.institutionId)}</p>
              {post.post && <p>{post.post}</p>}
              <p className="tabular text-xs text-soft">{held(post)}</p>
            </li>
          ))}
        </ol>
      </Card>
      <Card title={t('privacy')}>
        <DescriptionList items={[
          { label: t('lawfulBasis'), value: person.lawfulBasis },
          { label: t('consentOn'), value: format.date(person.consentOn) },
          { label: t('retainUntil'), value: format.date(person.retainUntil) },
        ]} />
      </Card>
    </div>
  );
}
