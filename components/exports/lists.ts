import type { ActionPointRow } from '@/lib/action-points/queries/list';
import type { ActivityRow } from '@/lib/activities/queries/list';
import type { ItemRow } from '@/lib/equipment/queries/register';
import type { OutCell, OutColumn, OutTable } from '@/lib/exchange/write';
import type { PersonRow } from '@/lib/people/queries/register';

export const exportedLists = ['activities', 'people', 'equipment', 'action-points'] as const;
/** A list of the project that can be saved as a file. */
export type ExportedList = (typeof exportedLists)[number];
/** Headings and closed words in the reader's language, and the names of institutions. */
export type ExportWords = { column: (key: string) => string; word: (list: string, value: string) => string; sex: (value: string) => string; state: (value: string) => string; yes: string; no: string; anonymised: string; institution: (id: string | null) => string };

type Spec<T> = { key: string; type?: OutColumn['type']; width?: number; cell: (row: T, words: ExportWords) => OutCell }[];
const text = (value: string) => value || null;

const people: Spec<PersonRow> = [
  { key: 'familyName', width: 22, cell: (row, words) => (row.anonymised ? words.anonymised : row.familyName) },
  { key: 'givenName', width: 22, cell: (row) => (row.anonymised ? null : row.givenName) },
  { key: 'sex', width: 12, cell: (row, words) => words.sex(row.sex) },
  { key: 'institution', width: 40, cell: (row, words) => text(words.institution(row.institutionId)) },
  { key: 'post', width: 30, cell: (row) => row.post },
  { key: 'trainings', type: 'number', cell: (row) => row.trainings },
  { key: 'lastTraining', type: 'date', cell: (row) => row.lastTraining },
  { key: 'hours', type: 'number', cell: (row) => row.hours },
];

const activities: Spec<ActivityRow> = [
  { key: 'reference', width: 12, cell: (row) => row.reference },
  { key: 'kind', width: 22, cell: (row, words) => words.word('activityKinds', row.kind) },
  { key: 'title', width: 50, cell: (row) => text(row.title) },
  { key: 'place', cell: (row) => row.place },
  { key: 'from', type: 'date', cell: (row) => row.from },
  { key: 'to', type: 'date', cell: (row) => row.to },
  { key: 'datesPlanned', cell: (row, words) => (row.planned ? words.yes : words.no) },
  { key: 'outputs', cell: (row) => text(row.outputs.join(', ')) },
  // Unnamed people are counted apart: they never add to persons (DOMAIN §2.4).
  { key: 'listed', type: 'number', cell: (row) => row.listed },
  { key: 'attended', type: 'number', cell: (row) => row.attended },
  { key: 'unnamed', type: 'number', cell: (row) => row.unnamed },
  { key: 'items', type: 'number', cell: (row) => row.items },
  { key: 'implementation', cell: (row, words) => words.word('implementationStates', row.implementation) },
  { key: 'review', cell: (row, words) => words.word('reviewStates', row.reviewState) },
  { key: 'lacksEvidence', cell: (row, words) => (row.lacksEvidence ? words.yes : words.no) },
];

const equipment: Spec<ItemRow> = [
  { key: 'assetTag', cell: (row) => row.assetTag },
  { key: 'description', width: 40, cell: (row) => row.description },
  { key: 'makeAndModel', width: 28, cell: (row) => text(row.makeAndModel) },
  { key: 'serialNumber', width: 24, cell: (row) => row.serialNumber },
  { key: 'category', cell: (row, words) => words.word('equipmentCategories', row.category) },
  { key: 'quantity', type: 'number', cell: (row) => row.quantity },
  { key: 'value', type: 'number', cell: (row) => row.value },
  { key: 'currency', width: 10, cell: (row) => row.currency },
  { key: 'recipient', width: 40, cell: (row, words) => text(words.institution(row.recipientId)) },
  { key: 'handedOverOn', type: 'date', cell: (row) => row.handedOverOn },
  { key: 'handOver', width: 12, cell: (row) => row.reference },
  { key: 'review', cell: (row, words) => row.reviewState && words.word('reviewStates', row.reviewState) },
  { key: 'use', cell: (row, words) => words.state(row.inUse === null ? 'unchecked' : row.inUse ? 'in_use' : 'not_in_use') },
  { key: 'checkedOn', type: 'date', cell: (row) => row.checkedOn },
  // A lot in several places: '8 in use, 2 lost'.
  { key: 'status', width: 24, cell: (row, words) => row.statuses.map(({ status, pieces }) => (row.statuses.length > 1 ? `${pieces} ` : '') + words.word('itemStatuses', status)).join(', ') },
  { key: 'heldBy', width: 40, cell: (row, words) => text([...new Set(row.held.map((part) => words.institution(part.institutionId)))].filter(Boolean).join(', ')) },
];

const actionPoints: Spec<ActionPointRow> = [
  { key: 'number', type: 'number', width: 8, cell: (row) => row.number },
  { key: 'text', width: 60, cell: (row) => row.text },
  { key: 'institution', width: 40, cell: (row, words) => text(words.institution(row.institutionId)) },
  { key: 'person', width: 26, cell: (row) => row.person },
  { key: 'dueDate', type: 'date', cell: (row) => row.dueDate },
  { key: 'firstDueDate', type: 'date', cell: (row) => row.firstDueDate },
  { key: 'priority', cell: (row, words) => words.word('priorities', row.priority) },
  { key: 'status', cell: (row, words) => words.word('actionPointStatuses', row.status) },
  { key: 'overdue', cell: (row, words) => (row.overdue ? words.yes : words.no) },
  { key: 'doneOn', type: 'date', cell: (row) => row.doneOn },
  { key: 'outcome', width: 40, cell: (row) => row.outcome ?? row.dropReason },
  { key: 'agreedIn', cell: (row) => row.reference },
  { key: 'agreedOn', type: 'date', cell: (row) => row.agreedOn },
];

const specs = { people, activities, equipment, 'action-points': actionPoints };
type RowOf<L extends ExportedList> = (typeof specs)[L] extends Spec<infer T> ? T : never;

/** The rows of a list as a table to be written: one column per fact, numbers as numbers, dates as dates. */
export function exportTable<L extends ExportedList>(list: L, name: string, rows: AsyncIterable<RowOf<L>>, words: ExportWords): OutTable {
  const spec = specs[list] as unknown as Spec<RowOf<L>>;
  return { name, columns: spec.map(({ key, type, width }) => ({ header: words.column(key), type, width })), rows: cells(spec, rows, words) };
}

async function* cells<T>(spec: Spec<T>, rows: AsyncIterable<T>, words: ExportWords): AsyncGenerator<OutCell[]> {
  for await (const row of rows) yield spec.map(({ cell }) => cell(row, words));
}
