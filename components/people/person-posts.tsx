import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/page';
import { useFormat } from '@/lib/i18n/use-format';
import type { PersonPost } from '@/lib/people/queries/person';

/** Posts held over time, the present one first; each can be changed or ended by those who record. */
export function PersonPosts({ posts, base, mayEdit, institutionName }: { posts: PersonPost[]; base: string; mayEdit: boolean; institutionName: (id: string | null) => string }) {
  const t = useTranslations('people');
  const format = useFormat();
  const span = (post: PersonPost) => (post.to === null ? (post.from ? t('since', { date: format.date(post.from) }) : t('sinceUnknown')) : post.from ? format.dateRange(post.from, post.to) : t('until', { date: format.date(post.to) }));
  return (
    <Card title={t('posts')} action={mayEdit && <ButtonLink href={`${base}/posts/new`} size="sm" icon="plus">{t('addPost')}</ButtonLink>}>
      {posts.length === 0 && <p className="text-soft">{t('noPosts')}</p>}
      <ol className="grid gap-3">
        {posts.map((post) => (
          <li key={post.id} className="flex items-start justify-between gap-3">
            <div className="min-w-0">
              <p className="font-medium">{institutionName(post.institutionId)}</p>
              {post.post && <p>{post.post}</p>}
              <p className="tabular flex flex-wrap items-center gap-2 text-xs text-soft">{span(post)}{post.to === null && <Badge tone="good" icon="check">{t('presentBadge')}</Badge>}</p>
            </div>
            {mayEdit && <ButtonLink href={`${base}/posts/${post.id}`} size="sm" variant="ghost" icon="edit">{t('edit')}<span className="sr-only">: {institutionName(post.institutionId)}</span></ButtonLink>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
