import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { isCalendarDate } from '@/lib/shared/dates';
import type { Cell, ReadTable, TableRow } from '../table';

/** What the reader needs of an element: its name, attributes, children, and the line on which it begins. */
type Element = { name: string; attributes: Record<string, string>; children: Element[]; text: string; line: number };
class Broken extends Error {}

const broken = (line: number, what: string) => new Broken(`iatiBroken:${line} <${what}>`);
const levels: Record<string, string> = { '1': 'output', '2': 'outcome', '3': 'objective' };
const columns = ['level', 'statement', 'assumptions', 'definition', 'unit', 'direction', 'baseline', 'baselineYear', 'target', 'source'] as const;
const headings: Record<(typeof columns)[number], string> = { level: 'Level', statement: 'Statement', assumptions: 'Assumptions', definition: 'Definition', unit: 'Unit', direction: 'Direction', baseline: 'Baseline', baselineYear: 'Baseline year', target: 'Target', source: 'Means of verification' };

/**
 * The results framework of an IATI 2.03 activity file as lines of a matrix: each has the number of the line on which its element begins, or, where several
 * begin on one (a file without line breaks), the next free number: who plans the import tells lines apart by it. Refuses with one reason: what is no
 * well-formed XML (its line), a document type, another version, no or several activities, no results, and, with line and element, a result without what it
 * must have, a value that is no number, a period without its days or one that ends before it starts.
 */
export function readIati(bytes: Uint8Array): ReadTable {
  const text = new TextDecoder().decode(bytes);
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) return { ok: false, reason: 'iatiDoctype' };
  const valid = XMLValidator.validate(text);
  if (valid !== true) return { ok: false, reason: `iatiNotXml:${brokenLine(text, valid.err)}` };
  try {
    const rows = rowsOf(parse(text));
    return rows.length > 1 ? { ok: true, rows } : { ok: false, reason: 'iatiNoResults' };
  } catch (error) {
    if (error instanceof Broken) return { ok: false, reason: error.message };
    throw error;
  }
}

// Where a file ends before several of its elements do, the validator names line 1: it is cut at its end.
const brokenLine = (text: string, { code, line }: { code: string; line: number }) => (code === 'InvalidXml' && line === 1 ? text.trimEnd().split('\n').length : line);

/** Does this file begin as XML does? */
export const looksLikeXml = (bytes: Uint8Array): boolean => /^\s*</.test(new TextDecoder().decode(bytes.subarray(0, 200)));

type Raw = Record<string, unknown> & { ':@'?: Record<string, string>; '#text'?: string };

function parse(text: string): Element {
  const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', captureMetaData: true, parseTagValue: false, parseAttributeValue: false, trimValues: true });
  const mark = XMLParser.getMetaDataSymbol() as unknown as string;
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const lineAt = (offset: number) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
  const build = (raw: Raw): Element[] => {
    const name = Object.keys(raw).find((key) => key !== ':@');
    if (!name || name === '#text' || name.startsWith('?')) return [];
    const inside = raw[name] as Raw[];
    const meta = raw[mark] as { startIndex: number } | undefined;
    return [{ name, attributes: raw[':@'] ?? {}, children: inside.flatMap(build), text: inside.map((one) => String(one['#text'] ?? '')).join(''), line: lineAt(meta?.startIndex ?? 0) }];
  };
  const [root] = (parser.parse(text) as Raw[]).flatMap(build);
  if (root?.name !== 'iati-activities') throw broken(root?.line ?? 1, 'iati-activities');
  return root;
}

function rowsOf(root: Element): TableRow[] {
  const { version } = root.attributes;
  if (version !== '2.03') throw new Broken(`iatiVersion:${version || '–'}`);
  const activities = all(root, 'iati-activity');
  if (activities.length !== 1) throw new Broken(`iatiActivities:${activities.length}`);
  const lines = activities.flatMap((activity) => all(activity, 'result')).flatMap(resultRows);
  const spans = [...new Set(lines.flatMap(({ expected }) => [...expected.keys()]))].sort();
  const rows: TableRow[] = [{ number: 1, cells: [...columns.map((key) => headings[key]), ...spans.map((span) => `Milestone ${span}`)] }];
  for (const { number, cells, expected } of lines) rows.push({ number: Math.max(number, (rows.at(-1)?.number ?? 0) + 1), cells: [...cells, ...spans.map((span) => expected.get(span) ?? null)] });
  return rows;
}

const all = (element: Element, name: string) => element.children.filter((child) => child.name === name);
/** The text of an element in English, else in its first language. */
function narrativeOf(parent: Element, name: string): string | null {
  const texts = all(parent, name).flatMap((one) => all(one, 'narrative')).filter(({ text }) => text.trim() !== '');
  return (texts.find(({ attributes }) => attributes['xml:lang'] === 'en') ?? texts[0])?.text.trim() ?? null;
}
function titleOf(element: Element): string {
  const title = narrativeOf(element, 'title');
  if (title === null) throw broken(element.line, `${element.name}/title`);
  return title;
}
const cellsOf = (given: Partial<Record<(typeof columns)[number], Cell>>): Cell[] => columns.map((key) => given[key] ?? null);

/** The value of a baseline or target, in which the decimal sign is a point and nothing parts thousands; undefined where none is said. */
function numberOf(element: Element | undefined): number | undefined {
  const said = element?.attributes.value?.trim();
  if (!element || !said) return undefined;
  if (!/^[+-]?\d+(\.\d+)?$/.test(said)) throw broken(element.line, `${element.name} value`);
  return Number(said);
}

/** A line of the matrix, with what is expected by the end of which span of days ('2019-01-01/2019-06-30'). */
type Line = TableRow & { expected: Map<string, Cell> };

function resultRows(result: Element): Line[] {
  const level = levels[result.attributes.type ?? ''];
  if (!level) throw broken(result.line, 'result type');
  // Files that this app writes put the code before the statement; codes follow the order.
  const statement = titleOf(result).replace(/^\d+(\.\d+)*\s+/, '');
  const assumptions = narrativeOf(result, 'description')?.replace(/^Assumptions:\s*/, '') ?? null;
  return [{ number: result.line, cells: cellsOf({ level, statement, assumptions }), expected: new Map() }, ...all(result, 'indicator').map(indicatorRow)];
}

function indicatorRow(indicator: Element): Line {
  const { measure, ascending } = indicator.attributes;
  if (!measure) throw broken(indicator.line, 'indicator measure');
  const description = (narrativeOf(indicator, 'description') ?? '').split('\n');
  const stated = (label: string) => description.find((line) => line.startsWith(`${label}: `))?.slice(label.length + 2).replace(/\.$/, '');
  const [baseline] = all(indicator, 'baseline');
  const own = (line: string) => line !== '' && !/^(Unit|Means of verification): |^The first period is the whole project|^1 is yes, 0 is no/.test(line);
  const { target, expected } = targetsOf(indicator, /are what each adds \(not cumulative\)/.test(description.join(' ')) ? (numberOf(baseline) ?? 0) : null);
  return {
    number: indicator.line,
    expected,
    cells: cellsOf({
      level: 'indicator',
      statement: titleOf(indicator),
      definition: description.map((line) => line.trim()).filter(own).join('\n') || null,
      unit: measure === '2' ? '%' : measure === '5' ? 'qualitative' : measure === '3' ? 'yes/no' : (stated('Unit') ?? 'number'),
      direction: ascending === '0' || ascending === 'false' ? 'decrease' : 'increase',
      baseline: numberOf(baseline) ?? null,
      baselineYear: baseline?.attributes.year ?? null,
      target,
      source: stated('Means of verification') ?? null,
    }),
  };
}

/**
 * The target of the period that ends last (of several, of the longest: that is the whole project), and what is expected by the end of the others. Files of
 * this app say of indicators that add up that a period's target is what it adds: `start` is then what they add to, and what follows a gap is not known.
 */
function targetsOf(indicator: Element, start: number | null): { target: number | null; expected: Map<string, Cell> } {
  const periods = all(indicator, 'period').map((period) => {
    const [from, to] = [dayOf(period, 'period-start'), dayOf(period, 'period-end')];
    if (to < from) throw broken(period.line, 'period/period-end');
    return { from, to, target: numberOf(all(period, 'target')[0]) };
  });
  const [last] = periods.filter(({ target }) => target !== undefined).sort((a, b) => (a.to === b.to ? (a.from < b.from ? -1 : 1) : a.to > b.to ? -1 : 1));
  // A last period that does not hold the others is one like them.
  const whole = periods.find((period) => period.from === last?.from && period.to === last.to && periods.every((other) => other.from >= period.from));
  const expected = new Map<string, Cell>();
  let sum = start;
  for (const { from, to, target } of periods.filter((period) => period !== whole).sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (start !== null) sum = target === undefined || sum === null ? null : sum + target;
    const value = start === null ? target : sum;
    if (value !== undefined && value !== null) expected.set(`${from}/${to}`, value);
  }
  return { target: last?.target ?? null, expected };
}

/** The day on which a period starts or ends; one may state its time zone behind it. */
function dayOf(period: Element, name: 'period-start' | 'period-end'): string {
  const [edge] = all(period, name);
  const day = edge?.attributes['iso-date']?.trim().slice(0, 10);
  if (!isCalendarDate(day)) throw broken(edge?.line ?? period.line, `period/${name}`);
  return day;
}
