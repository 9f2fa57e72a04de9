import { MatrixTable } from './matrix';
import { Prose } from './parts';
import { type Doc, levelText } from './words';

/** Progress per outcome and output: the project's words, then its indicators in short. The objective has no comment; it stands in the matrix. */
export function Progress({ doc }: { doc: Doc }) {
  const { t, content } = doc;
  return (
    <>
      {content.results.filter((result) => result.level !== 'objective').map((result) => {
        const rows = content.matrix.filter((row) => row.resultId === result.id);
        return (
          <section key={result.id} aria-labelledby={`r-${result.id}`} className="mt-7 first:mt-0">
            <h3 id={`r-${result.id}`} className="mb-2 text-base/6 font-semibold">
              <span className="mr-2 text-accent">{levelText(doc, result.level)} {result.code}</span>
              {result.statement}
            </h3>
            {result.comment ? <Prose text={result.comment} /> : <p className="text-soft">{t('doc.notWritten')}</p>}
            {rows.length > 0 && <div className="mt-4"><MatrixTable doc={doc} caption={t('doc.indicatorsOf', { code: result.code })} rows={rows} /></div>}
          </section>
        );
      })}
    </>
  );
}
