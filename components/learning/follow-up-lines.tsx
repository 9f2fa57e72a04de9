import { Link } from '@/components/ui/link';
import { useTranslations } from 'next-intl';
import { RowHead, Table, Td, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import type { FollowUpLine } from '@/lib/learning/queries/follow-ups';
import type { FollowUpStanding } from '@/lib/learning/rules/follow-up';
import type { LinkView } from '@/lib/links/queries';
import type { ProjectView } from '@/lib/projects/queries';
import { AskedLinks } from './asked-links';
import { FollowUpState } from './follow-up-state';

type Props = { rows: FollowUpLine[]; links: LinkView[]; project: ProjectView; standing: FollowUpStanding; mayWrite: boolean };

/** One line per follow-up: who, of which training, since when, and how to ask. */
export function FollowUpLines({ rows, links, project, standing, mayWrite }: Props) {
  const t = useTranslations('learning.list');
  const format = useFormat();
  const base = `/projects/${project.slug}`;
  const asks = mayWrite && (standing === 'due' || standing === 'supervisor');
  return (
    <Table stack caption={t('title')}>
      <thead>
        <tr>
          <Th>{t('person')}</Th>
          <Th>{t('training')}</Th>
          <Th>{t('due')}</Th>
          <Th>{t('state')}</Th>
          {asks && <Th>{t('ask')}</Th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <RowHead>
              {row.name === null ? (
                t('anonymised')
              ) : (
                <Link href={`${base}/people/${row.personId}`} className="quiet-link">
                  {row.name}
                </Link>
              )}
            </RowHead>
            <Td label={t('training')} className="min-w-48">
              <Link href={`${base}/activities/${row.reference}#follow-ups`} className="link tabular">
                {row.reference}
              </Link>{' '}
              {row.training}
            </Td>
            <Td label={t('due')} className="tabular whitespace-nowrap">{format.date(row.dueOn)}</Td>
            <Td label={t('state')}>
              <FollowUpState row={row} standing={standing} asked={links.some((link) => link.subjectId === row.id)} today={project.today} />
            </Td>
            {asks && (
              <Td label={t('ask')} className="min-w-72">
                {row.name !== null && (
                  <AskedLinks projectId={project.id} timeZone={project.timeZone} asked={{ followUpId: row.id, name: row.name, email: row.email, supervisorEmail: row.supervisorEmail, confirmed: row.supervisorConfirmed !== null, training: row.training }} links={links.filter((link) => link.subjectId === row.id)} />
                )}
              </Td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
