import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/feedback';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import type { AuditLine } from '@/lib/audit/queries';
import { useFormat } from '@/lib/i18n/use-format';
import { Changed } from './changed';
import { actName, type Words } from './wording';

type Props = { lines: AuditLine[]; base: string; timeZone: string; institutionName: (id: string | null) => string };

/** Who did what to which record, newest first; each line opens what changed. */
export function AuditList({ lines, base, timeZone, institutionName }: Props) {
  const audit = useTranslations('audit');
  // Keys come from stored words, so they are looked up as plain text.
  const words = { audit, vocabulary: useTranslations('vocabulary'), common: useTranslations('common'), format: useFormat(), timeZone, institutionName } as unknown as Words;
  if (lines.length === 0) return <Card><EmptyState icon="clock" title={audit('empty')} /></Card>;
  return (
    <Card flush>
      <ol className="divide-y divide-line">
        {lines.map((line) => (
          <li key={line.seq} className="grid gap-x-4 gap-y-1 px-4 py-2.5 sm:grid-cols-[10rem_1fr]">
            <p className="tabular text-xs/5 text-soft">{words.format.moment(line.at, timeZone)}<span className="ml-2 sm:ml-0 sm:block">{audit('entry', { seq: line.seq })}</span></p>
            <div className="min-w-0">
              <p><span className="font-medium">{line.actor ?? audit('system')}</span>{' · '}{actName(line.action, words)} <Subject line={line} base={base} name={words.audit.has(`entities.${line.entity}`) ? words.audit(`entities.${line.entity}`) : line.entity} /></p>
              {line.note && <p className="mt-1 rounded-md bg-sunken px-3 py-1.5 whitespace-pre-line">{line.note}</p>}
              {Object.keys(line.changes).length > 0 && <Changed changes={line.changes} words={words} />}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Subject({ line, base, name }: { line: AuditLine; base: string; name: string }) {
  const text = line.subject ? `${name} ${line.subject}` : name;
  const href = line.reference ? `${base}/activities/${line.reference}` : line.entity === 'people' || line.entity === 'person_posts' ? `${base}/people/${line.entityId}` : null;
  return <span className="text-soft">({href ? <TextLink href={href}>{text}</TextLink> : text})</span>;
}
