import { Icon } from '@/components/ui/icon';
import type { Changes } from '@/lib/audit/rules';
import { fieldName, valueText, type Words } from './wording';

/** What changed, field by field: before and after; of personal fields only that they did (DOMAIN §5). */
export function Changed({ changes, words }: { changes: Changes; words: Words }) {
  const fields = Object.entries(changes).filter(([field]) => field !== 'version');
  if (fields.length === 0) return null;
  return (
    <details className="mt-0.5">
      <summary className="inline-flex min-h-6 items-center gap-1 text-soft hover:text-ink"><Icon name="right" size={12} className="turn" />{words.audit('changed', { n: fields.length })}</summary>
      <dl className="mt-1 grid gap-x-4 gap-y-1 border-l-2 border-line pl-3 sm:grid-cols-[12rem_1fr]">
        {fields.map(([field, values]) => (
          <div key={field} className="contents">
            <dt className="text-soft">{fieldName(field, words)}</dt>
            <dd className="break-words">
              {values === null ? <em className="text-soft">{words.audit('personal')}</em> : <><span className="text-soft">{valueText(field, values[0], words)}</span>{' → '}<span>{valueText(field, values[1], words)}</span></>}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
