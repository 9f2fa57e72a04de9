import type { AuditLine } from '@/lib/audit/queries';
import type { Format } from '@/lib/i18n/format';
import type { Word } from '@/lib/i18n/wording';

/** What turns stored values into words of the reader's language. */
export type Words = { audit: Word; vocabulary: Word; common: Word; format: Format; timeZone: string; institutionName: (id: string | null) => string };

const lists: Record<string, readonly string[]> = {
  reviewState: ['reviewStates'],
  implementation: ['implementationStates'],
  state: ['decisionStates', 'progressReportStates'],
  status: ['actionPointStatuses', 'projectStatuses'],
  role: ['projectRoles', 'institutionRoles', 'participantRoles'],
  kind: ['activityKinds', 'institutionKinds', 'evidenceKinds', 'reportKinds'],
  type: ['trainingTypes', 'meetingTypes'],
  method: ['trainingMethods'],
  condition: ['equipmentConditions'],
  category: ['equipmentCategories'],
  priority: ['priorities'],
  sex: ['sexes'],
  purpose: ['linkPurposes'],
  answeredVia: ['answerWays'],
  supervisorVia: ['answerWays'],
  via: ['answerWays'],
};
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const longest = 160;

/** 'attendanceThreshold' → 'Attendance threshold', where the language has no word of its own for the field. */
export function fieldName(field: string, audit: Word): string {
  if (audit.has(`fields.${field}`)) return audit(`fields.${field}`);
  const spaced = field.replace(/Id$/, '').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** The act in words ('activities.save'); an unknown one as it was written down. */
export const actName = (action: string, audit: Word): string => (audit.has(`actions.${action}`) ? audit(`actions.${action}`) : action);

/** A stored value as a reader understands it. */
export function valueText(field: string, value: unknown, words: Words): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return words.common(value ? 'yes' : 'no');
  if (typeof value === 'number') return words.format.number(value);
  if (Array.isArray(value)) return words.audit('entries', { n: value.length });
  return typeof value === 'string' ? plainText(field, value, words) : words.audit('details');
}

function plainText(field: string, value: string, words: Words): string {
  const list = lists[field]?.find((name) => words.vocabulary.has(`${name}.${value}`));
  if (list) return words.vocabulary(`${list}.${value}`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return words.format.date(value);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return words.format.moment(new Date(value), words.timeZone);
  if (uuid.test(value)) return words.institutionName(value) || words.audit('record');
  return value.length > longest ? `${value.slice(0, longest)}…` : value;
}

/** What a line is about: 'record TR-001'. */
export function subjectName(line: AuditLine, audit: Word): string {
  const kind = audit.has(`entities.${line.entity}`) ? audit(`entities.${line.entity}`) : line.entity;
  return line.subject ? `${kind} ${line.subject}` : kind;
}

/** Lines that one act wrote, together: same moment, same person, same act. */
export function actsOf(lines: readonly AuditLine[]): [AuditLine, ...AuditLine[]][] {
  const acts: [AuditLine, ...AuditLine[]][] = [];
  for (const line of lines) {
    const act = acts.at(-1);
    if (act && act[0].at.getTime() === line.at.getTime() && act[0].actor === line.actor && act[0].action === line.action) act.push(line);
    else acts.push([line]);
  }
  return acts;
}
