import { useTranslations } from 'next-intl';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { EmptyState } from '@/components/ui/feedback';
import { Card } from '@/components/ui/page';
import { RowHead, Table, Td, Th } from '@/components/ui/table';
import type { ProjectInstitution } from '@/lib/institutions/queries';
import { setProjectInstitutionAction } from '@/lib/projects/actions';
import { InstitutionForm } from './institution-form';

type Props = { projectId: string; listed: ProjectInstitution[]; name: (id: string) => string; choices: { value: string; label: string }[]; mayWrite: boolean };

/** Which institutions the project works with; who counts as counterpart decides what an inter-institutional meeting is (DOMAIN §2.9). */
export function ProjectInstitutions({ projectId, listed, name, choices, mayWrite }: Props) {
  const t = useTranslations('settings.institutions');
  const words = useTranslations('vocabulary');
  const common = useTranslations('common');
  const rows = listed.map((row) => ({ ...row, name: name(row.institutionId) })).sort((a, b) => a.role.localeCompare(b.role) || a.name.localeCompare(b.name));
  return (
    <Card title={t('title')} description={t('hint')} flush>
      {rows.length === 0 && <EmptyState icon="cooperation" title={t('empty')} />}
      {rows.length > 0 && (
        <Table caption={t('title')}>
          <thead><tr><Th>{t('institution')}</Th><Th>{t('role')}</Th>{mayWrite && <Th><span className="sr-only">{t('acts')}</span></Th>}</tr></thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.institutionId}>
                <RowHead>{row.name}</RowHead>
                <Td>{words(`institutionRoles.${row.role}`)}</Td>
                {mayWrite && (
                  <Td className="text-right">
                    <ConfirmButton label={common('remove')} title={t('removeTitle', { name: row.name })} body={t('removeBody')} cancelLabel={common('cancel')} failedText={common('failed')} action={setProjectInstitutionAction} input={{ projectId, institutionId: row.institutionId, role: null }} size="sm" variant="ghost" />
                  </Td>
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {mayWrite && <div className="border-t border-line p-4"><InstitutionForm key={rows.map(({ institutionId, role }) => institutionId + role).join()} projectId={projectId} choices={choices} /></div>}
    </Card>
  );
}
