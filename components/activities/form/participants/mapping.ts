import { searchForm } from '@/components/form/grid/search-form';
import { columnOf, sessionPlace } from '@/lib/people/rules/roster/columns';
import { readSex, readTick } from './words';

/** Where a pasted column goes: a column's key, 'fullName' (taken apart), or '' (left out). */
export type Target = string;
export type Mapping = { header: boolean; targets: Target[] };
type Session = { id: string; date: string | null };

// What the import of lists understands is understood here (`titled`); beyond it, titles as they are cut short or lengthened on paper.
const titles: [Target, RegExp][] = [
  ['fullName', /^(ime i prezime|prezime i ime|full ?name|name and surname|name|imena?|participant|ucesnik|polaznik|emri dhe mbiemri)$/],
  ['givenName', /^(ime|given ?name|first ?name|forename|emri)$/],
  ['familyName', /^(prezime|family ?name|last ?name|surname|mbiemri)$/],
  ['sex', /^(pol|sex|gender|spol|gjinia|m\/z|m\/f|f\/m|z\/m)/],
  ['birthYear', /(godin[ae] rod|god\.? ?rod|godiste|birth|year of birth|yob)/],
  ['institution', /(instituc|organiza|organ|jedinic|unit|agency|institution|sluzba|uprava|tuzilas)/],
  ['post', /(radno mj|radno mesto|funkcij|position|post$|title|job|pozicij|duznost|zvanje)/],
  ['role', /^(uloga|role|svojstvo)/],
  ['preScore', /(pre-?test|ulazni|before|pocetni|pre$)/],
  ['postScore', /(post-?test|izlazni|after|zavrsni)/],
];

const share = (cells: string[], fits: (text: string) => boolean) => {
  const filled = cells.filter((text) => text !== '');
  return filled.length === 0 ? 0 : filled.filter(fits).length / filled.length;
};
const isYear = (text: string) => /^(19|20)\d\d$/.test(text);
const isScore = (text: string) => /^\d{1,3}([.,]\d+)?\s*%?$/.test(text) && Number.parseFloat(text.replace(',', '.')) <= 100;
const isName = (text: string) => /^[\p{L}][\p{L}'’.\- ]*,?[\p{L}'’.\- ]*$/u.test(text);

/** Where a column of this title goes, '' for one that is known and has no place here; null where nobody knows it. */
function titleReader(sessions: readonly Session[]): (cell: string) => Target | null {
  const known = columnOf({ sessions, roles: [], scores: true });
  const elsewhere = (key: string): Target => (key === 'givenFirst' || key === 'familyFirst' ? 'fullName' : ['rank', 'email', 'phone'].includes(key) ? '' : key);
  return (cell) => {
    const text = searchForm(cell).replace(/[:.]+$/, '');
    const key = known(cell);
    const place = key ? sessionPlace(key) : null;
    if (place !== null) return `session:${sessions[place]?.id ?? ''}`;
    // 'Ime' alone is a given name only beside a 'Prezime'; the caller decides.
    return key ? elsewhere(key) : (titles.find(([, words]) => words.test(text))?.[0] ?? null);
  };
}

/** What the columns of a pasted block hold, by their titles or, without any, by what stands in them. `sessions`: in order. */
export function guessMapping(block: readonly (readonly string[])[], sessions: readonly Session[]): Mapping {
  const width = Math.max(...block.map((row) => row.length));
  const first = Array.from({ length: width }, (_, at) => block[0]?.[at] ?? '');
  const byTitle = first.map(titleReader(sessions));
  const header = byTitle.some((target) => target !== null);
  const body = header ? block.slice(1) : block;
  const columns = first.map((_, at) => body.map((row) => row[at] ?? ''));
  const targets = header ? byTitle.map((target) => target ?? '') : columns.map(() => '');
  if (header) return { header, targets: fixedNames(targets, first) };
  columns.forEach((cells, at) => {
    targets[at] = byContent(cells, targets);
  });
  return { header, targets: withSessions(targets, columns, sessions) };
}

// One column titled 'Ime' or 'Name' with no family name beside it holds both; with one beside it, the given name.
function fixedNames(targets: Target[], titlesFound: string[]): Target[] {
  const family = targets.includes('familyName');
  const seen = new Set<string>();
  return targets.map((target, at) => {
    const plain = /^(ime|name|emri|imena?)$/.test(searchForm(titlesFound[at] ?? ''));
    const wanted = plain ? (family ? 'givenName' : 'fullName') : target;
    if (wanted === '' || seen.has(wanted)) return '';
    seen.add(wanted);
    return wanted;
  });
}

function byContent(cells: string[], taken: Target[]): Target {
  const free = (target: Target) => !taken.includes(target);
  if (free('sex') && share(cells, (text) => ['female', 'male'].includes(readSex(text))) > 0.8) return 'sex';
  if (free('birthYear') && share(cells, isYear) > 0.8) return 'birthYear';
  if (share(cells, isScore) > 0.8 && share(cells, (text) => text === '1' || text === '0') < 1) return free('preScore') ? 'preScore' : free('postScore') ? 'postScore' : '';
  if (share(cells, isName) <= 0.8) return '';
  const several = share(cells, (text) => /[ ,]/.test(text));
  if (free('fullName') && free('givenName') && several > 0.8) return 'fullName';
  if (free('fullName') && free('givenName')) return 'givenName';
  if (free('fullName') && free('familyName')) return 'familyName';
  return free('institution') ? 'institution' : free('post') ? 'post' : '';
}

function withSessions(targets: Target[], columns: string[][], sessions: readonly Session[]): Target[] {
  const left = [...sessions];
  return targets.map((target, at) => (target === '' && left.length > 0 && share(columns[at] ?? [], (text) => text === '0' || readTick(text)) > 0.9 ? `session:${left.shift()?.id}` : target));
}

const storageKey = 'paste-columns';
const kept = 30;
/** Blocks with the same titles, or as many columns without any, are taken for the same list. */
const signature = (block: readonly (readonly string[])[], header: boolean) => (header ? (block[0] ?? []).map(searchForm).join('|') : `${Math.max(...block.map((row) => row.length))}`);

const sessionAt = (sessions: readonly Session[], place: number): Target => (sessions[place] ? `session:${sessions[place].id}` : '');

/** The mapping chosen last time for such a block, else the guess. Columns of sessions that are not here are left out. */
export function rememberedMapping(block: readonly (readonly string[])[], sessions: readonly Session[], storage: Pick<Storage, 'getItem'>): Mapping {
  const guess = guessMapping(block, sessions);
  const all = read(storage);
  const targets = all[signature(block, true)] ?? all[signature(block, false)];
  if (!targets || targets.length !== guess.targets.length) return guess;
  const header = Boolean(all[signature(block, true)]);
  return { header: header || guess.header, targets: targets.map((target) => (target.startsWith('session:') ? sessionAt(sessions, Number(target.slice(8))) : target)) };
}

/** Remembers the choice in this browser; sessions by their place, since each training has its own. */
export function rememberMapping(block: readonly (readonly string[])[], { header, targets }: Mapping, sessions: readonly Session[], storage: Pick<Storage, 'getItem' | 'setItem'>): void {
  const places = targets.map((target) => (target.startsWith('session:') ? `session:${sessions.findIndex(({ id }) => id === target.slice(8))}` : target));
  const entries = Object.entries({ ...read(storage), [signature(block, header)]: places }).slice(-kept);
  try {
    storage.setItem(storageKey, JSON.stringify(Object.fromEntries(entries)));
  } catch {} // a full storage forgets, nothing else
}

function read(storage: Pick<Storage, 'getItem'>): Record<string, Target[]> {
  try {
    return JSON.parse(storage.getItem(storageKey) ?? '{}') as Record<string, Target[]>;
  } catch {
    return {};
  }
}
