import { Icon } from '@/components/ui/icon';
import type { AuditLine } from '@/lib/audit/queries';
import { fieldName, subjectName, valueText, type Words } from './wording';

/** What an act changed, field by field: before and after; of personal fields only that they did (DOMAIN §5). */
export function Changed({ lines, words }: { lines: AuditLine[]; words: Words }) {
  const parts = lines.map((line) => ({ line, fields: Object.entries(line.changes).filter(([field]) => field !== 'version') })).filter(({ fields }) => fields.length > 0);
  if (parts.length === 0) return null;
  return (
    <details className="mt-0.5">
      <summary className="inline-flex min-h-6 items-center gap-1 text-soft hover:text-ink">
        <Icon name="right" size={12} className="turn" />
        {words.audit('changed', { n: parts.reduce((sum, { fields }) => sum + fields.length, 0) })}
      </summary>
      {parts.map(({ line, fields }) => (
        <div key={line.seq} className="mt-1 mb-2 border-l-2 border-line pl-3">
          {parts.length > 1 && <p className="text-xs font-medium text-soft">{subjectName(line, words.audit)}</p>}
          <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[12rem_1fr]">
            {fields.map(([field, values]) => (
              <div key={field} className="contents">
                <dt className="text-soft">{fieldName(field, words.audit)}</dt>
                <dd className="break-words">
                  {values === null ? <em className="text-soft">{words.audit('personal')}</em> : <><span className="text-soft">{valueText(field, values[0], words)}</span>{' → '}<span>{valueText(field, values[1], words)}</span></>}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </details>
  );
}
