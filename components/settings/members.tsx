import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { EmptyState } from '@/components/ui/feedback';
import { Card } from '@/components/ui/page';
import { RowHead, Table, Td, Th } from '@/components/ui/table';
import { setMembershipAction } from '@/lib/users/actions';
import type { MemberRow } from '@/lib/users/queries';
import { MemberForm } from './member-form';

/** Who works on the project, and as what. */
export function Members({ projectId, members, mayWrite }: { projectId: string; members: MemberRow[]; mayWrite: boolean }) {
  const t = useTranslations('settings.members');
  const words = useTranslations('vocabulary');
  const common = useTranslations('common');
  return (
    <Card title={t('title')} description={t('hint')} flush>
      {members.length === 0 && <EmptyState icon="people" title={t('empty')} />}
      {members.length > 0 && (
        <Table caption={t('title')}>
          <thead><tr><Th>{t('name')}</Th><Th>{t('role')}</Th>{mayWrite && <Th><span className="sr-only">{t('acts')}</span></Th>}</tr></thead>
          <tbody>
            {members.map((member) => (
              <tr key={member.userId}>
                <RowHead>{member.name}<span className="block text-xs font-normal text-soft">{member.email}</span></RowHead>
                <Td>{words(`projectRoles.${member.role}`)}{member.disabled && <span className="ml-2"><Badge icon="lock">{t('disabled')}</Badge></span>}</Td>
                {mayWrite && (
                  <Td className="text-right">
                    <ConfirmButton label={common('remove')} title={t('removeTitle', { name: member.name })} body={t('removeBody')} cancelLabel={common('cancel')} failedText={common('failed')} action={setMembershipAction} input={{ projectId, email: member.email, role: null }} size="sm" variant="ghost" />
                  </Td>
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {mayWrite && <div className="border-t border-line p-4"><MemberForm key={members.map(({ userId, role }) => userId + role).join()} projectId={projectId} /></div>}
    </Card>
  );
}
