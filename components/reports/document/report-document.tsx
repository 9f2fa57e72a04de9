import '../report.css';
import type { ReactNode } from 'react';
import type { ReportContent } from '@/lib/reports/rules/content';
import type { NarrativeSection } from '@/lib/reports/rules/sections';
import { CooperationAnnex, EquipmentAnnex, PeopleAnnex } from './annexes';
import { Correction } from './correction';
import { Cover, type Stamp } from './cover';
import { Headline } from './headline';
import { ActivitiesAnnex, EvidenceAnnex, MethodAnnex, RestatementsAnnex } from './lists';
import { Matrix } from './matrix';
import { Part, Prose } from './parts';
import { Progress } from './progress';
import { type Doc, documentOf } from './words';

type Piece = { name: string; body: ReactNode; fresh?: boolean };

/** The report as a document, drawn from its content alone and in its own language. `stamp` null: a preview of what is not issued. */
export async function ReportDocument({ content, stamp }: { content: ReportContent; stamp: Stamp | null }) {
  const doc = await documentOf(content);
  const text = (name: NarrativeSection): Piece => ({ name, body: <Narrative doc={doc} name={name} /> });
  const sections: Piece[] = [
    {
      name: 'summary',
      body: (
        <>
          <Narrative doc={doc} name="summary" />
          <Headline doc={doc} />
        </>
      ),
    },
    text('context'),
    { name: 'progress', body: <Progress doc={doc} /> },
    { name: 'matrix', body: <Matrix doc={doc} />, fresh: true },
    ...(['crossCutting', 'partnerships', 'challenges', 'sustainability', 'visibility', 'nextPeriod'] as const).map(text),
  ];
  const annexes: Piece[] = [
    { name: 'people', body: <PeopleAnnex doc={doc} />, fresh: true },
    { name: 'equipment', body: <EquipmentAnnex doc={doc} /> },
    { name: 'cooperation', body: <CooperationAnnex doc={doc} /> },
    { name: 'activities', body: <ActivitiesAnnex doc={doc} /> },
    { name: 'evidence', body: <EvidenceAnnex doc={doc} /> },
    { name: 'restatements', body: <RestatementsAnnex doc={doc} /> },
    { name: 'method', body: <MethodAnnex doc={doc} /> },
  ];
  const pieces = [
    ...sections.map((piece, index) => ({ ...piece, mark: String(index + 1) })),
    ...annexes.map((piece, index) => ({ ...piece, mark: 'ABCDEFGH'.charAt(index) })),
  ];
  return (
    <article
      lang={doc.f.locale}
      className="report report-sheet mx-auto max-w-4xl rounded-lg border border-line bg-surface px-5 py-8 sm:px-10 lg:px-14 lg:py-12"
    >
      <div className="report-body">
        <Cover doc={doc} stamp={stamp} />
        <Correction doc={doc} />
        <section aria-labelledby="contents-title" className="report-contents mt-10">
          <h2 id="contents-title" className="text-base font-semibold">
            {doc.t('doc.contents')}
          </h2>
          <ol className="mt-2 gap-x-10 text-sm sm:columns-2 print:columns-2">
            {pieces.map(({ name, mark }) => (
              <li key={name} className="break-inside-avoid">
                <a href={`#${name}`} className="flex min-h-7 items-baseline gap-3 hover:text-accent hover:underline">
                  <span className="tabular w-5 shrink-0 text-soft">{mark}</span>
                  {doc.t(`sections.${name}`)}
                </a>
              </li>
            ))}
          </ol>
        </section>
        {pieces.map(({ name, mark, body, fresh }) => (
          <Part key={name} id={name} mark={mark} title={doc.t(`sections.${name}`)} fresh={fresh}>
            {body}
          </Part>
        ))}
        {stamp && <Authenticity doc={doc} stamp={stamp} />}
      </div>
      <p className="report-foot" aria-hidden="true">
        {stamp ? doc.t('doc.footer', { number: stamp.number, code: stamp.verificationCode, sha: stamp.sha256 }) : doc.t('doc.previewMark')}
      </p>
    </article>
  );
}

function Narrative({ doc, name }: { doc: Doc; name: NarrativeSection }) {
  const text = doc.content.narrative[name];
  return text ? <Prose text={text} /> : <p className="text-soft">{doc.t('doc.notWritten')}</p>;
}

function Authenticity({ doc: { t }, stamp }: { doc: Doc; stamp: Stamp }) {
  return (
    <section aria-labelledby="authenticity-title" className="report-part mt-12 rounded-lg bg-sunken p-5 text-sm print:border print:border-line">
      <h2 id="authenticity-title" className="text-base font-semibold">
        {t('doc.authenticity')}
      </h2>
      <p className="mt-1 max-w-[75ch]">{t('doc.authenticityBody', { path: '/verify' })}</p>
      <dl className="tabular mt-3 grid gap-2 sm:grid-cols-[10rem_1fr] print:grid-cols-[40mm_1fr]">
        <dt className="text-soft">{t('doc.code')}</dt>
        <dd className="font-semibold tracking-wider">{stamp.verificationCode}</dd>
        <dt className="text-soft">{t('doc.sha')}</dt>
        <dd className="font-mono text-xs/5 break-all">{stamp.sha256}</dd>
      </dl>
    </section>
  );
}
