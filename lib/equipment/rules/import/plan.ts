import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { cellAt, cellText, findHeading, fold, type Heading, meantBy } from '@/lib/exchange/columns';
import type { TableRow } from '@/lib/exchange/table';
import { flattenZodIssues } from '@/lib/shared/issues';
import type { MessageKey } from '@/lib/shared/result';
import { futureDays, type SaveItemInput, saveItemSchema, serialKey } from '../../schema/item';
import { serialTakenBy } from '../serials';
import { itemColumns } from './columns';

/** An item of the project as the register holds it, as texts of a form. */
export type KnownItem = Omit<SaveItemInput, 'version'> & { version: number; assetTag: string; /** on an approved hand-over: what it is stays */ locked: boolean };
export type ImportFacts = { projectId: string; today: string; items: readonly KnownItem[]; /** serial keys that items of other projects have, and what to tell of each */ taken: ReadonlyMap<string, MessageKey>; lines: readonly { id: string; code: string }[]; outputs: readonly { id: string; code: string }[] };

export type ItemChange = { key: string; from: string; to: string; fills: boolean };
export type PlannedItem = { number: number; label: string; state: 'new' | 'changed' | 'same' | 'rejected'; values: SaveItemInput | null; match: KnownItem | null; changes: ItemChange[]; reasons: { column: string; message: MessageKey }[] };
export type ItemPlan = { heading: Heading | null; rows: PlannedItem[]; digest: string };

const fields = ['description', 'category', 'make', 'model', 'serialNumber', 'quantity', 'value', 'currency', 'usdRate', 'supplier', 'orderNumber', 'purchasedOn', 'warrantyEnd', 'deliveredOn', 'budgetLineId', 'resultId', 'requiredTopic'] as const;
const registerFields: readonly string[] = ['deliveredOn', 'budgetLineId', 'resultId', 'requiredTopic'];
const columnOf: Record<string, string> = { budgetLineId: 'budgetLine', resultId: 'output' };
const text = (value: unknown) => (value === null || value === undefined ? '' : String(value));

/** A lot has no serial number: an item of the same words, order and quantity is the same one. */
const lotKey = (item: Pick<SaveItemInput, 'description' | 'make' | 'model' | 'orderNumber' | 'quantity'>) => [item.description, item.make, item.model, item.orderNumber, item.quantity].map((part) => fold(text(part))).join('\n');

/** The register by what a line can know an item by: a list of thousands of lines meets a register of tens of thousands of items. */
type Known = { byTag: ReadonlyMap<string, KnownItem>; bySerial: ReadonlyMap<string, KnownItem>; lots: ReadonlyMap<string, KnownItem[]> };

function knownBy(items: readonly KnownItem[]): Known {
  const [byTag, bySerial, lots] = [new Map<string, KnownItem>(), new Map<string, KnownItem>(), new Map<string, KnownItem[]>()];
  for (const item of items) {
    byTag.set(fold(item.assetTag), item);
    if (item.serialNumber !== null) bySerial.set(serialKey(item), item);
    else {
      const key = lotKey(item);
      const alike = lots.get(key);
      if (alike) alike.push(item);
      else lots.set(key, [item]);
    }
  }
  return { byTag, bySerial, lots };
}

/** The serial numbers that a list names, in small letters. */
export function serialsIn(table: readonly TableRow[]): string[] {
  const found = findHeading(table, itemColumns);
  return found ? [...new Set(found.body.map((row) => cellText(cellAt(row, found.heading, 'serialNumber')).toLowerCase()).filter(Boolean))] : [];
}

/** What each line of a list would do to the register (DOMAIN §7): nothing is overwritten that the preview does not show. */
export function planItems(table: readonly TableRow[], facts: ImportFacts, newId: (row: number) => string): ItemPlan {
  const found = findHeading(table, itemColumns);
  if (!found) return { heading: null, rows: [], digest: digestOf([]) };
  const [seen, known] = [new Set<string>(), knownBy(facts.items)];
  const rows = found.body.map((row) => planRow(row, found.heading, facts, known, newId(row.number), seen));
  return { heading: found.heading, rows, digest: digestOf(rows) };
}

// Ids are made anew for each look at a list; what was previewed is everything else.
const digestOf = (rows: readonly PlannedItem[]): string => createHash('sha256').update(canonicalize(rows.map(({ values, ...row }) => ({ ...row, values: values && { ...values, id: '' } }))) ?? '').digest('hex');

function planRow(row: TableRow, heading: Heading, facts: ImportFacts, known: Known, id: string, seen: Set<string>): PlannedItem {
  const reasons: PlannedItem['reasons'] = [];
  const cell = (key: string) => cellText(cellAt(row, heading, key));
  const match = matchOf(cell, known, seen);
  if (cell('assetTag') && !match) reasons.push({ column: 'assetTag', message: 'noSuchItem' });
  const parsed = saveItemSchema.safeParse({ projectId: facts.projectId, id: match?.id ?? id, version: match?.version ?? null, ...said(cell, row, heading, match, facts, reasons) });
  if (!parsed.success) for (const [field, message] of Object.entries(flattenZodIssues(parsed.error))) if (!reasons.some((one) => one.column === (columnOf[field] ?? field))) reasons.push({ column: columnOf[field] ?? field, message });
  const values = parsed.success ? parsed.data : null;
  if (values) for (const { field, message } of futureDays(values, facts.today)) reasons.push({ column: field, message: message as MessageKey });
  if (values) refuseTaken(values, match, facts, known, seen, reasons);
  const changes = values && match ? changesBetween(match, values, facts) : [];
  if (match?.locked && changes.some((change) => !registerFields.includes(change.key))) reasons.push({ column: 'description', message: 'itemHandedOver' });
  const state = reasons.length > 0 ? 'rejected' : match ? (changes.length > 0 ? 'changed' : 'same') : 'new';
  return { number: row.number, label: cell('description') || match?.description || '', state, values: state === 'rejected' ? null : values, match, changes, reasons };
}

/** What the line says of each field; an empty cell leaves what stands in the register. */
function said(cell: (key: string) => string, row: TableRow, heading: Heading, match: KnownItem | null, facts: ImportFacts, reasons: PlannedItem['reasons']): Record<string, string> {
  const code = (key: string, list: readonly { id: string; code: string }[]) => {
    const one = list.find((entry) => fold(entry.code) === fold(cell(key).split(/\s/)[0] ?? ''));
    if (cell(key) && !one) reasons.push({ column: key, message: key === 'output' ? 'noSuchResult' : 'noSuchBudgetLine' });
    return one?.id ?? '';
  };
  const word = (key: string) => {
    const meant = meantBy(itemColumns.find((column) => column.key === key)?.values ?? [], cellAt(row, heading, key));
    if (meant === undefined) reasons.push({ column: key, message: 'invalidChoice' });
    return meant ?? '';
  };
  const stated: Record<string, string> = { ...Object.fromEntries(fields.map((field) => [field, cell(field)])), category: word('category'), currency: word('currency'), budgetLineId: code('budgetLine', facts.lines), resultId: code('output', facts.outputs) };
  for (const field of ['purchasedOn', 'warrantyEnd', 'deliveredOn']) stated[field] = dayIn(stated[field] ?? '');
  if (!stated.quantity && !match) stated.quantity = '1';
  return Object.fromEntries(fields.map((field) => [field, stated[field] || text(match?.[field])]));
}

// '23.11.2026.' as people write it in either language.
function dayIn(cell: string): string {
  const [, day, month, year] = /^(\d{1,2})[./]\s?(\d{1,2})[./]\s?(\d{4})\.?$/.exec(cell) ?? [];
  return year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : cell.slice(0, 10);
}

function matchOf(cell: (key: string) => string, known: Known, seen: ReadonlySet<string>): KnownItem | null {
  const tag = fold(cell('assetTag'));
  if (tag) return known.byTag.get(tag) ?? null;
  const numbered = { make: cell('make'), model: cell('model'), serialNumber: cell('serialNumber') };
  if (numbered.serialNumber) return known.bySerial.get(serialKey(numbered)) ?? null;
  const lot = lotKey({ description: cell('description'), make: cell('make'), model: cell('model'), orderNumber: cell('orderNumber'), quantity: Number(cell('quantity') || 1) });
  const alike = known.lots.get(lot) ?? [];
  // Without an order number several lots may read alike: each line stands for one of them, so that the same file a second time adds nothing.
  return (cell('orderNumber') ? alike[0] : alike.find((item) => !seen.has(item.id))) ?? null;
}

function refuseTaken(values: SaveItemInput, match: KnownItem | null, facts: ImportFacts, known: Known, seen: Set<string>, reasons: PlannedItem['reasons']): void {
  const key = match ? match.id : values.serialNumber ? serialKey(values) : lotKey(values);
  const twice = seen.has(key) && (match !== null || values.serialNumber !== null);
  seen.add(key);
  if (twice) reasons.push({ column: values.serialNumber ? 'serialNumber' : 'description', message: values.serialNumber ? 'serialTwice' : 'itemTwice' });
  if (!values.serialNumber) return;
  const same = known.bySerial.get(serialKey(values));
  const other = same && same.id !== values.id ? same : undefined;
  if (other) reasons.push({ column: 'serialNumber', message: serialTakenBy(other, true) });
  const elsewhere = facts.taken.get(serialKey(values));
  if (!other && elsewhere) reasons.push({ column: 'serialNumber', message: elsewhere });
}

function changesBetween(match: KnownItem, values: SaveItemInput, { lines, outputs }: ImportFacts): ItemChange[] {
  const shown = (field: string, value: unknown) => (field === 'budgetLineId' ? lines : field === 'resultId' ? outputs : []).find((one) => one.id === value)?.code ?? text(value);
  return fields.flatMap((field) => (text(match[field]) === text(values[field]) ? [] : [{ key: field, from: shown(field, match[field]), to: shown(field, values[field]), fills: match[field] === null }]));
}

export type ItemChoice = { row: number; id: string | null; changes: string[] };
export type DecidedItems = { ok: true; inputs: SaveItemInput[]; leftOut: number[] } | { ok: false; reason: MessageKey };

/** What a person chose on the preview, held against the preview itself. */
export function decideItems(rows: readonly PlannedItem[], choices: readonly ItemChoice[]): DecidedItems {
  const open = rows.filter((row) => row.state === 'new' || row.state === 'changed');
  const chosen = new Map(choices.map((choice) => [choice.row, choice]));
  if (chosen.size < choices.length || choices.some((choice) => !open.some((row) => row.number === choice.row && (row.match?.id ?? null) === choice.id))) return { ok: false, reason: 'importChanged' };
  const inputs = open.flatMap((row) => {
    const choice = chosen.get(row.number);
    if (!choice || !row.values) return [];
    if (!row.match) return [row.values];
    const { assetTag: _tag, locked: _locked, ...kept } = row.match;
    const taken = row.changes.filter((change) => choice.changes.includes(change.key)).map((change) => [change.key, row.values?.[change.key as keyof SaveItemInput]]);
    return taken.length > 0 ? [{ ...kept, ...Object.fromEntries(taken) } as SaveItemInput] : [];
  });
  return inputs.length > 0 ? { ok: true, inputs, leftOut: open.filter((row) => !chosen.has(row.number)).map((row) => row.number) } : { ok: false, reason: 'importNothingChosen' };
}

export type ItemOutcome = { added: number; changed: number; same: number; rejected: number; leftOut: number[] };
