import './report.css';
import { getTranslations } from 'next-intl/server';
import { Messages } from '@/lib/i18n/client';
import type { ReportContent } from '@/lib/reports/rules/content';
import type { ReportFacts } from '@/lib/reports/rules/facts';
import { indicatorKey, resultKey, type SectionName, sectionKeys, sectionOrder } from '@/lib/reports/rules/sections';
import { ComposeForm, type ComposeSection } from './compose-form';
import { Headline } from './document/headline';
import { MatrixTable } from './document/matrix';
import { type Doc, documentOf, levelText } from './document/words';

type Props = { projectId: string; userId: string; facts: ReportFacts; content: ReportContent };
type Words = Awaited<ReturnType<typeof getTranslations>>;

/** The writing page of a draft: texts in the writer's language of screens, figures as they will stand in the document. */
export async function ComposePage({ projectId, userId, facts, content }: Props) {
  const [t, doc] = await Promise.all([getTranslations('reports'), documentOf(content)]);
  const keys = sectionKeys(facts.results, facts.indicators);
  const texts = Object.fromEntries(keys.map((key) => [key, facts.texts[key] ?? '']));
  const sections = sectionOrder.map((name, index): ComposeSection => {
    // The matrix is the document's fourth section and has no text of its own.
    const mark = String(index + (index > 2 ? 2 : 1));
    const title = t(`sections.${name}`);
    const own = { id: name, figures: figuresOf(doc, t, name), fields: [{ key: name, label: title, rows: name === 'summary' ? 10 : 6 }] };
    return { name, mark, title, hint: t(`hints.${name}`), parts: name === 'progress' ? progressParts(doc, t, content) : [own] };
  });
  return (
    <Messages namespaces={['forms', 'errors']}>
      <ComposeForm
        values={{ projectId, reportId: facts.report.id, version: facts.report.version, ...texts }}
        userId={userId}
        sections={sections}
        results={facts.results.map(({ id, level }) => ({ id, level }))}
        texts={{ contents: t('compose.contents'), written: t('compose.written'), notWritten: t('compose.notWritten'), save: t('compose.save'), safe: t('hints.safe') }}
        progress={Array.from({ length: sectionOrder.length + 1 }, (_, written) => t('progress', { written, of: sectionOrder.length }))}
      />
    </Messages>
  );
}

function progressParts(doc: Doc, t: Words, content: ReportContent): ComposeSection['parts'] {
  return content.results.filter((result) => result.level !== 'objective').map((result) => {
    const rows = content.matrix.filter((row) => row.resultId === result.id);
    const name = `${levelText(doc, result.level)} ${result.code}`;
    return {
      id: result.id,
      title: <h3 key="title" className="text-sm/5 font-semibold"><span className="mr-2 text-accent">{name}</span>{result.statement}</h3>,
      fields: [{ key: resultKey(result.id), label: name, rows: 4, optional: result.level !== 'output' }],
      figures: rows.length > 0 && <div key="figures" className="report"><MatrixTable doc={doc} caption={doc.t('doc.indicatorsOf', { code: result.code })} rows={rows} /></div>,
      more: { label: t('compose.indicatorComments', { n: rows.length }), fields: rows.map((row) => ({ key: indicatorKey(row.id), label: t('compose.indicatorComment', { code: row.code }), hint: row.statement, rows: 2, optional: true })) },
    };
  });
}

function figuresOf(doc: Doc, t: Words, name: SectionName) {
  const figures = name === 'summary' ? <Headline doc={doc} /> : null;
  if (!figures) return undefined;
  return (
    <aside key="figures" aria-label={t('compose.figuresHere')} className="report">
      <p className="text-xs font-medium text-soft">{t('compose.figuresHere')}</p>
      {figures}
    </aside>
  );
}
