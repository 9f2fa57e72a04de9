import { EmptyState } from '@/components/ui/feedback';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import type { AuditLine } from '@/lib/audit/queries';
import { useFormat } from '@/lib/i18n/use-format';
import { useWord } from '@/lib/i18n/use-word';
import { Changed } from './changed';
import { actName, actsOf, subjectName, type Words } from './wording';

type Props = { lines: AuditLine[]; base: string; timeZone: string; institutionName: (id: string | null) => string };

/** Who did what to which record, newest first; each act opens what it changed. */
export function AuditList({ lines, base, timeZone, institutionName }: Props) {
  const audit = useWord('audit');
  const words: Words = { audit, vocabulary: useWord('vocabulary'), common: useWord('common'), format: useFormat(), timeZone, institutionName };
  if (lines.length === 0) return <Card><EmptyState icon="clock" title={audit('empty')} /></Card>;
  return (
    <Card flush>
      <ol className="divide-y divide-line">
        {actsOf(lines).map((act) => <Act key={act[0].seq} act={act} base={base} words={words} />)}
      </ol>
    </Card>
  );
}

function Act({ act, base, words }: { act: [AuditLine, ...AuditLine[]]; base: string; words: Words }) {
  const [line] = act;
  const last = act.at(-1) ?? line;
  const subjects = [...new Map(act.map((one) => [`${one.entity} ${one.entityId}`, one])).values()].slice(0, 4);
  const notes = act.flatMap((one) => one.note ?? []);
  return (
    <li className="grid gap-x-4 gap-y-1 px-4 py-2.5 sm:grid-cols-[10rem_1fr]">
      <p className="tabular text-xs/5 text-soft">
        {words.format.moment(line.at, words.timeZone)}
        <span className="ml-2 sm:ml-0 sm:block">{act.length === 1 ? words.audit('entry', { seq: line.seq }) : words.audit('entriesFromTo', { from: last.seq, to: line.seq })}</span>
      </p>
      <div className="min-w-0">
        <p>
          <span className="font-medium">{line.actor ?? words.audit('system')}</span> {actName(line.action, words.audit)}
          <span className="text-soft">{subjects.map((one, index) => <span key={one.seq}>{index === 0 ? ': ' : ', '}<Subject line={one} base={base} words={words} /></span>)}</span>
        </p>
        {notes.map((note) => <p key={note} className="mt-1 rounded-md bg-sunken px-3 py-1.5 whitespace-pre-line">{note}</p>)}
        <Changed lines={act} words={words} />
      </div>
    </li>
  );
}

function Subject({ line, base, words }: { line: AuditLine; base: string; words: Words }) {
  const text = subjectName(line, words.audit);
  const href = line.reference ? `${base}/activities/${line.reference}` : line.entity === 'people' || line.entity === 'person_posts' ? `${base}/people/${line.entityId}` : null;
  return href ? <TextLink href={href}>{text}</TextLink> : text;
}
