import canonicalize from 'canonicalize';
import type { ReportContent } from './content';

export const differenceParts = ['cover', 'narrative', 'results', 'matrix', 'headline', 'bySex', 'byInstitution', 'equipmentItems', 'equipmentValues', 'activities', 'evidence', 'restatements', 'rules'] as const;
export type DifferencePart = (typeof differenceParts)[number];
/** One place in which two versions differ. Long texts are only named: both versions stay readable. */
export type Difference = { part: DifferencePart; key: string; field: string; before: string | number | null; after: string | number | null };

type Leaf = string | number | null;
type Leaves = Map<string, Leaf>;
const separator = '\u0000';

// Canonical, because the stored side has been through canonical JSON and the fresh one has not.
const leafOf = (value: unknown): Leaf => (typeof value === 'string' || typeof value === 'number' ? value : value == null ? null : (canonicalize(value) ?? null));

function put(leaves: Leaves, part: DifferencePart, key: string, fields: Record<string, unknown>) {
  for (const [field, value] of Object.entries(fields)) leaves.set([part, key, field].join(separator), leafOf(value));
}

const total = (value: { value: number | null }) => value.value;

/** Everything that a reader could compare, by part, key and field. Version, dates of issue and of the figures, and the correction itself are left out. */
function leavesOf(content: ReportContent): Leaves {
  const leaves: Leaves = new Map();
  const { title, kind, language, period, project } = content.cover;
  put(leaves, 'cover', '', { title, kind, language, periodName: period.name, from: period.from, to: period.to });
  put(leaves, 'cover', '', Object.fromEntries(Object.entries(project).map(([field, value]) => [`project.${field}`, Array.isArray(value) ? value.join(', ') : value])));
  for (const [key, text] of Object.entries(content.narrative)) put(leaves, 'narrative', key, { text });
  for (const row of content.results) put(leaves, 'results', row.code, { statement: row.statement, comment: row.comment || null });
  for (const row of content.matrix) {
    const { period, cumulative, id: _id, resultId: _resultId, code, comment, ...fields } = row;
    put(leaves, 'matrix', code, { ...fields, comment: comment || null, period: total(period), cumulative: total(cumulative), ...partsOf(row) });
  }
  for (const [key, span] of Object.entries(content.headline)) put(leaves, 'headline', key, { period: total(span.period), cumulative: total(span.cumulative), ...partsOf(span) });
  for (const part of ['bySex', 'byInstitution'] as const) for (const { key, ...row } of content[part]) put(leaves, part, key, row);
  for (const { category, ...row } of content.equipmentItems ?? []) put(leaves, 'equipmentItems', category, row);
  for (const { currency, items: _items, unrated: _unrated, ...row } of content.equipmentValues) put(leaves, 'equipmentValues', currency, row);
  put(leaves, 'activities', '', { count: content.activities.length, list: content.activities, outsidePeriods: content.outsidePeriods });
  for (const { kind: key, ...row } of content.evidence) put(leaves, 'evidence', key, row);
  put(leaves, 'restatements', '', { count: content.restatements.length, list: content.restatements });
  put(leaves, 'rules', '', content.rules);
  return leaves;
}

// A share can stay the same while what it is made of moves.
const partsOf = ({ period, cumulative }: { period: { numerator: number | null; denominator: number | null }; cumulative: { numerator: number | null; denominator: number | null } }) =>
  period.denominator === null && cumulative.denominator === null ? {} : { periodParts: `${period.numerator}/${period.denominator}`, cumulativeParts: `${cumulative.numerator}/${cumulative.denominator}` };

const short = (value: Leaf): Leaf => (typeof value === 'string' && value.length > 160 ? null : value);

/** What differs between two contents of one report, part by part in the order of the document (DOMAIN §6). Empty: nothing a reader would notice. */
export function differences(before: ReportContent, after: ReportContent): Difference[] {
  const [old, now] = [leavesOf(before), leavesOf(after)];
  const paths = [...new Set([...old.keys(), ...now.keys()])].filter((path) => (old.get(path) ?? null) !== (now.get(path) ?? null));
  const found = paths.map((path): Difference => {
    const [part = '', key = '', field = ''] = path.split(separator);
    return { part: part as DifferencePart, key, field, before: short(old.get(path) ?? null), after: short(now.get(path) ?? null) };
  });
  return found.sort((a, b) => differenceParts.indexOf(a.part) - differenceParts.indexOf(b.part));
}
