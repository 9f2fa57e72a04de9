import { getTranslations } from 'next-intl/server';
import { EvidenceList } from '@/components/evidence/evidence-list';
import { EvidenceUpload } from '@/components/evidence/evidence-upload';
import { Banner } from '@/components/ui/feedback';
import { Card, PageHeader } from '@/components/ui/page';
import type { ActivityRecord } from '@/lib/activities/queries/record';
import { kindSpecs } from '@/lib/activity-kinds';
import type { EvidenceView } from '@/lib/evidence/queries';
import { Messages } from '@/lib/i18n/client';
import { getFormat } from '@/lib/i18n/server';
import type { InstitutionTree } from '@/lib/institutions/queries';
import { inTreeOrder } from '@/lib/institutions/rules';
import { listCode, rowsStand } from '@/lib/sheets/rules';
import { PrintLinks } from './print-links';
import { SheetEntry } from './sheet-entry';
import { StoredDifference } from './stored-difference';
import type { SheetRow } from './use-sheet';

type Props = {
  project: { id: string; slug: string; projectsId: string; timeZone: string };
  userId: string;
  record: ActivityRecord;
  index: number;
  files: EvidenceView[];
  tree: InstitutionTree;
  /** the code on the paper, from its QR code */
  paperCode: string;
  mayWrite: boolean;
  maxUploadMb: number;
};

/** A session's paper list, from print to scan: print it, enter who signed, attach what came back. */
export async function SheetPage({ project, userId, record, index, files, tree, paperCode, mayWrite, maxUploadMb }: Props) {
  const [t, nav, f] = [await getTranslations('sheets'), await getTranslations('nav'), await getFormat()];
  const session = record.sessions[index];
  if (!session) return null;
  const base = `/projects/${project.slug}/activities`;
  const ids = record.participants.map((row) => row.id);
  const rows: SheetRow[] = record.participants.map((row) => ({ participantId: row.id, personId: row.personId, name: row.name, institution: tree.name(row.institutionId), post: row.post, present: row.sessionIds.includes(session.id) }));
  const open = record.rights.edit && !record.closedPeriod;
  const stands = rowsStand(paperCode, ids);
  const target = { projectId: project.id, activityId: record.id, version: record.version, sessionId: session.id, role: record.kind === 'meeting' ? ('member' as const) : ('trainee' as const) };
  return (
    <>
      <PageHeader
        title={record.sessions.length > 1 ? t('titleOf', { n: index + 1, of: record.sessions.length }) : t('title')}
        context={record.title}
        crumbs={[{ label: project.projectsId, href: `/projects/${project.slug}` }, { label: nav('activities'), href: base }, { label: record.reference, href: `${base}/${record.reference}` }]}
        meta={[f.date(session.date), session.topic].filter(Boolean).join(' · ')}
      />
      <div className="grid grid-cols-1 gap-4">
        <Card id="print" title={t('print')} description={t('printHint')}>
          <PrintLinks href={`${base}/${record.reference}/sheet/${session.id}/sheet.pdf`} />
          <p className="tabular mt-3 text-xs text-soft">{t('code', { code: listCode(ids) })}</p>
        </Card>
        {stands !== null && <Banner kind={stands ? 'info' : 'warning'}>{t(stands ? 'codeSame' : 'codeChanged', { code: paperCode })}</Banner>}
        <StoredDifference session={session} people={record.participants} timeZone={project.timeZone} />
        {open ? (
          <Messages namespaces={['sheets', 'forms', 'errors', 'vocabulary', 'evidence']}>
            <SheetEntry target={target} userId={userId} rows={rows} institutions={inTreeOrder(tree.nodes).map(({ node, depth }) => ({ value: node.id, label: `${'\u2003'.repeat(depth)}${node.name}` }))} />
          </Messages>
        ) : (
          <Banner>{record.closedPeriod ? t('readOnly.closed', { name: record.closedPeriod }) : t(mayWrite && record.reviewState === 'approved' ? 'readOnly.approved' : 'readOnly.role')}</Banner>
        )}
        <Card id="scan" title={t('scan')} description={t('scanHint')}>
          {files.length > 0 && <EvidenceList projectId={project.id} files={files} timeZone={project.timeZone} mayRemove={open} />}
          {open && (kindSpecs[record.kind].evidence as readonly string[]).includes('signed_list') && (
            <Messages namespaces={['evidence', 'errors', 'vocabulary']}>
              <EvidenceUpload projectId={project.id} record={{ activityId: record.id }} kinds={['signed_list']} maxMb={maxUploadMb} />
            </Messages>
          )}
        </Card>
      </div>
    </>
  );
}
