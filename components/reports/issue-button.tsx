import { getTranslations } from 'next-intl/server';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { issueReportAction } from '@/lib/reports/actions';
import type { Composed } from '@/lib/reports/rules/facts';
import { placeText } from './document/correction';
import { documentOf } from './document/words';

const shown = 8;

/** Issues the next version after asking; from the second on with a reason and a look at what differs. */
export async function IssueButton({ projectId, base, composed }: { projectId: string; base: string; composed: Pick<Composed, 'facts' | 'content' | 'latest' | 'changes'> }) {
  const { facts, content, latest, changes } = composed;
  const [t, common, doc] = await Promise.all([getTranslations('reports'), getTranslations('common'), documentOf(content)]);
  const { version: number } = content.cover;
  const body = (
    <div className="grid gap-3">
      <p>{t('issueDialog.body')}</p>
      {latest && changes.length > 0 && (
        <div>
          <p className="font-medium">{t('issueDialog.changed', { number: latest.number })}</p>
          <ul className="mt-1 list-disc pl-5 text-sm">
            {changes.slice(0, shown).map((change) => <li key={`${change.part} ${change.key} ${change.field}`}>{placeText(doc, change)}</li>)}
            {changes.length > shown && <li>{t('issueDialog.more', { n: changes.length - shown })}</li>}
          </ul>
        </div>
      )}
    </div>
  );
  return (
    <ConfirmButton
      label={t('issueDialog.label', { number })}
      title={t('issueDialog.title', { number })}
      body={body}
      cancelLabel={common('cancel')}
      failedText={common('failed')}
      action={issueReportAction}
      input={{ projectId, reportId: facts.report.id, version: facts.report.version }}
      note={latest ? { label: t('issueDialog.reason'), hint: t('issueDialog.reasonHint'), required: true, name: 'correction' } : undefined}
      variant="primary"
      then={`${base}/versions/${number}`}
    />
  );
}
