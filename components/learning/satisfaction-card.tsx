import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Card } from '@/components/ui/page';
import { RowHead, Table, Td, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import { scores } from '@/lib/learning/rules/questionnaire';
import type { SatisfactionView } from '@/lib/learning/queries/record';

/** The same with the way to where questionnaires are opened and typed in. */
export function SatisfactionCard({ satisfaction, href }: { satisfaction: SatisfactionView; href: string }) {
  const t = useTranslations('learning.satisfaction');
  return (
    <SatisfactionResult
      satisfaction={satisfaction}
      action={
        <ButtonLink href={href} size="sm">
          {t('open')}
        </ButtonLink>
      }
    />
  );
}

/** What the anonymous questionnaires of a training say together, from five answers on. */
export function SatisfactionResult({ satisfaction, action }: { satisfaction: SatisfactionView; action?: ReactNode }) {
  const t = useTranslations('learning.satisfaction');
  const { n, shown, least, paper } = satisfaction;
  return (
    <Card id="satisfaction" title={t('title')} description={n > 0 ? t('note', { n, paper }) : undefined} flush={shown} action={action}>
      {n === 0 && <p className="text-soft">{t('none')}</p>}
      {n > 0 && !shown && <p className="text-soft">{t('few', { n, least })}</p>}
      {shown && <Statements satisfaction={satisfaction} />}
      {shown && <Comments comments={satisfaction.comments} />}
    </Card>
  );
}

function Statements({ satisfaction }: { satisfaction: SatisfactionView }) {
  const t = useTranslations('learning.satisfaction');
  const format = useFormat();
  const tenth = (value: number | null) => format.number(value === null ? null : Math.round(value * 10) / 10);
  return (
    <Table stack caption={t('title')}>
      <thead>
        <tr>
          <Th>{t('statement')}</Th>
          {scores.map((score) => (
            <Th key={score} numeric>
              {score}
            </Th>
          ))}
          <Th numeric>{t('n')}</Th>
          <Th numeric>{t('mean')}</Th>
        </tr>
      </thead>
      <tbody>
        {satisfaction.items.map((item) => (
          <tr key={item.itemId}>
            <RowHead>{satisfaction.texts[item.itemId]}</RowHead>
            {item.counts === null ? (
              <Td colSpan={scores.length + 2} label={t('n')} className="text-soft">
                {t('itemFew', { least: satisfaction.least })}
              </Td>
            ) : (
              <>
                {item.counts.map((count, at) => (
                  <Td key={scores[at]} numeric inline label={`${scores[at]}:`}>
                    {format.number(count)}
                  </Td>
                ))}
                <Td numeric label={t('n')}>{format.number(item.n)}</Td>
                <Td numeric label={t('mean')} className="font-semibold">
                  {tenth(item.mean)}
                </Td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Comments({ comments }: { comments: string[] }) {
  const t = useTranslations('learning.satisfaction');
  if (comments.length === 0) return null;
  return (
    <details className="px-4 py-3">
      <summary className="inline-flex min-h-6 items-center gap-1 font-medium hover:text-accent">
        <Icon name="right" size={12} className="turn" />
        {t('comments', { n: comments.length })}
      </summary>
      <ul className="mt-2 grid gap-2">
        {comments.map((comment, at) => (
          // Two people may write the same.
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes
          <li key={at} className="rounded-md bg-sunken px-3 py-2 whitespace-pre-line">
            {comment}
          </li>
        ))}
      </ul>
    </details>
  );
}
