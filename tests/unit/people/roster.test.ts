import { expect, test } from 'vitest';
import type { Cell, TableRow } from '@/lib/exchange/table';
import { decideMatch } from '@/lib/people/rules/matching';
import { presence, readColumns, rosterColumns, type RosterTarget, sessionHeading } from '@/lib/people/rules/roster/columns';
import { decideRoster } from '@/lib/people/rules/roster/decide';
import { parseRoster } from '@/lib/people/rules/roster/parse';
import { type KnownPerson, type Listed, type PlannedRow, planDigest, planRoster } from '@/lib/people/rules/roster/plan';
import { newId } from '@/lib/shared/ids';

const [unit, border, other] = [newId(), newId(), newId()];
const institutions = [
  { id: unit, names: ['Special Unit', 'Posebna jedinica', 'PJ'], near: true },
  { id: border, names: ['Border Police', 'Granična policija'], near: true },
  { id: other, names: ['Border Police', 'Somewhere'], near: false },
  { id: newId(), names: ['Twin'], near: false },
  { id: newId(), names: ['Twin'], near: false },
];
const sessions = [{ id: newId(), date: '2019-03-04' }, { id: newId(), date: '2019-03-05' }];
const training: RosterTarget = { sessions, roles: ['trainee', 'trainer', 'observer'], scores: true };
const [first, second] = sessions.map((session) => session.id) as [string, string];
const rows = (...lines: Cell[][]): TableRow[] => lines.map((cells, at) => ({ number: at + 1, cells }));
const parse = (lines: Cell[][], target: RosterTarget | null = training) => parseRoster(rows(...lines), target, institutions);

test('a line says who it is in either language, whatever is left out', () => {
  const parsed = parse([
    ['Prezime', 'Ime', 'Pol', 'Datum rođenja', 'Institucija', 'Uloga', 'Rezultat prije (%)', 'Score after', '04.03.2019.', 'Dan 2', 'Napomena'],
    ['Popović', 'Ana', 'ž', '12.05.1985.', 'granična policija', 'Predavač', '40,5', '80 %', 'x', '', 'x'],
    ['Marić', 'Ivo', null, 1990, null, null, null, null, null, null],
  ]);
  expect(parsed?.heading.unknown).toEqual(['Napomena']);
  expect(parsed?.rows[0]?.values).toEqual({ givenName: 'Ana', familyName: 'Popović', sex: 'female', birthYear: 1985, institutionId: border, post: null, rank: null, email: null, phone: null, role: 'trainer', preScore: 40.5, postScore: 80, sessionIds: [first] });
  expect(parsed?.rows[1]?.values).toMatchObject({ sex: null, birthYear: 1990, institutionId: null, role: null, preScore: null, sessionIds: [] });
});

test('one column of attendance is that of the only session; of several it says nothing', () => {
  const lines: Cell[][] = [['Prezime', 'Ime', 'Prisustvo', 'Ulazni test', 'Završni test'], ['Popović', 'Ana', 'da', '40', '80'], ['Marić', 'Ivo', 'ne', null, null]];
  const one = parse(lines, { ...training, sessions: sessions.slice(1) });
  expect(one?.heading.unknown).toEqual([]);
  expect(one?.rows.map((row) => row.values?.sessionIds)).toEqual([[second], []]);
  expect(one?.rows[0]?.values).toMatchObject({ preScore: 40, postScore: 80 });
  expect(parse(lines)?.heading.unknown).toEqual(['Prisustvo']);
});

test('names in one cell are told apart by the heading', () => {
  const given = parse([['Ime i prezime'], ['Ana Marija Popović']], null)?.rows[0]?.values;
  const family = parse([['Prezime i ime', 'Pol'], ['Popović Ana Marija', 'ž']], null)?.rows[0]?.values;
  expect([given?.givenName, given?.familyName, family?.givenName, family?.familyName]).toEqual(['Ana Marija', 'Popović', 'Ana Marija', 'Popović']);
});

test('names of institutions that nobody knows are gathered; what somebody said they mean holds over everything', () => {
  const lines: Cell[][] = [['Prezime', 'Ime', 'Institucija'], ['A', 'B', 'Gran. policija'], ['C', 'D', 'GRAN POLICIJA'], ['E', 'F', 'Twin'], ['G', 'H', 'Special Unit']];
  expect(parse(lines, null)?.unknownInstitutions).toEqual([{ name: 'Gran. policija', lines: 2 }, { name: 'Twin', lines: 1 }]);
  const said = institutions.map((one) => ({ ...one, said: one.id === border ? ['gran policija', 'Special Unit'] : one.id === other ? ['Twin'] : [] }));
  const again = parseRoster(rows(...lines), null, said);
  expect([again?.rows.map((row) => row.values?.institutionId), again?.unknownInstitutions]).toEqual([[border, border, other, border], []]);
});

test('what is wrong with a line is said, all of it', () => {
  const parsed = parse([
    ['Family name', 'Given name', 'Sex', 'Birth year', 'Institution', 'Role', 'Score before', 'E-mail', 'Session 1'],
    ['', 'Ana', 'perhaps', 1850, 'Nowhere', 'Chair', 140, 'not one', 'maybe'],
    ['A', 'B', null, null, 'Twin'],
  ]);
  expect(parsed?.rows[0]?.values).toBeNull();
  expect(parsed?.rows[0]?.reasons).toEqual([
    { column: 'familyName', message: 'required' },
    { column: 'birthYear', message: 'tooSmall:1920' },
    { column: 'email', message: 'invalidEmail' },
    { column: 'preScore', message: 'tooLarge:100' },
    { column: 'sex', message: 'invalidChoice' },
    { column: 'role', message: 'invalidChoice' },
    { column: 'institution', message: 'institutionUnknown' },
    { column: 'session 0', message: 'attendanceUnknown' },
  ]);
  expect(parsed?.rows[1]?.reasons).toEqual([{ column: 'institution', message: 'institutionAmbiguous' }]);
});

test('without a heading that names people there is no list', () => {
  expect([parse([['Prezime', 'Pol'], ['Popović', 'ž']]), parse([['1', '2']]), parse([])]).toEqual([null, null, null]);
});

test('sessions are known by number and by date, those of another training are not', () => {
  const known = sessionHeading(training);
  expect(['Session 2', 'S1', '2. dan', 'Sesija 3', '05.03.2019', '5.3.', '4/3/2018', 'Ime', 'session 0'].map(known)).toEqual(['session 1', 'session 0', 'session 1', null, 'session 1', 'session 1', null, null, null]);
  expect(sessionHeading(null)('Session 1')).toBeNull();
  expect(['X', 'da', '✓', '0', '', 'ne', 'sick'].map(presence)).toEqual([true, true, true, false, false, false, undefined]);
});

test('every column of the template is read', () => {
  for (const target of [null, training]) expect(readColumns(target).map((column) => column.key)).toEqual(expect.arrayContaining(rosterColumns(target).map((column) => column.key)));
  expect(rosterColumns({ ...training, scores: false, sessions: [] }).map((column) => column.key)).not.toContain('preScore');
});

const person = (input: Partial<KnownPerson>): KnownPerson => ({ id: newId(), version: 1, givenName: 'Ana', familyName: 'Popović', sex: 'female', birthYear: 1985, institutionId: unit, post: null, rank: null, email: null, phone: null, inProject: true, ...input });
const plan = (lines: Cell[][], register: KnownPerson[], listed: Listed[] | null = null, target: RosterTarget | null = null) => {
  const parsed = parse(lines, target);
  if (!parsed) throw new Error('no list');
  return planRoster(parsed, { matches: parsed.rows.flatMap((row) => (row.values ? [decideMatch(row.values, register)] : [])), listed });
};
const heading = ['Prezime', 'Ime', 'Godina rođenja', 'Institucija', 'E-pošta'];
const states = (planned: PlannedRow[]) => planned.map((row) => row.state);

test('each line is new, known, changed, to choose, recorded already or rejected', () => {
  const [ana, ivo, eva] = [person({}), person({ givenName: 'Ivo', familyName: 'Marić', birthYear: null, inProject: false }), person({ givenName: 'Eva', familyName: 'Kralj', birthYear: 1970 })];
  const planned = plan([heading, ['Popovic', 'Ana', 1985], ['Marić', 'Ivo', 1990, 'PJ', 'IVO@x.me'], ['Kralj', 'Eva'], ['Novak', 'Jan', 1980], ['', 'Ana'], ['POPOVIĆ', 'ANA', 1985]], [ana, ivo, eva]);
  expect(states(planned)).toEqual(['same', 'changed', 'same', 'new', 'rejected', 'rejected']);
  expect(planned[1]?.options[0]?.changes).toEqual([
    { key: 'person.birthYear', on: 'person', field: 'birthYear', from: null, to: 1990, fills: true },
    { key: 'person.email', on: 'person', field: 'email', from: null, to: 'ivo@x.me', fills: true },
  ]);
  expect(planned[5]?.reasons).toEqual([{ column: 'familyName', message: 'rowRepeated:2' }]);
  expect(states(plan([heading, ['Popović', 'Ana']], [ana, person({ birthYear: 1960 })]))).toEqual(['likely']);
});

test('on the list of an activity, attendance and scores that differ are changes; what only adds is told apart', () => {
  const ana = person({});
  const here: Listed = { personId: ana.id, role: 'trainee', institutionId: unit, post: null, preScore: 40, postScore: null, sessionIds: [first] };
  const lines = [[...heading.slice(0, 3), 'S1', 'S2', 'Score before', 'Score after', 'Role'], ['Popović', 'Ana', 1985, 'x', 'x', 50, 80, 'trainee']];
  const [row] = plan(lines, [ana], [here], training);
  expect(row?.state).toBe('changed');
  expect(row?.options[0]?.changes.map(({ key, fills }) => [key, fills])).toEqual([['list.preScore', false], ['list.postScore', true], ['list.sessionIds', true]]);
  const after: Listed = { ...here, preScore: 50, postScore: 80, sessionIds: [second, first] };
  expect(states(plan(lines, [ana], [after], training))).toEqual(['same']);
  expect(states(plan(lines, [ana], [], training))).toEqual(['matched']);
});

test('a bare name finds the person whom it put on the list before, and two of one name do not', () => {
  const [ana, namesake] = [person({ birthYear: null, institutionId: null }), person({ birthYear: null, institutionId: null })];
  const here = (id: string): Listed => ({ personId: id, role: 'trainee', institutionId: null, post: null, preScore: null, postScore: null, sessionIds: [] });
  const lines = [['Prezime', 'Ime'], ['Popović', 'Ana']];
  expect(states(plan(lines, [ana, namesake], [here(ana.id)], training))).toEqual(['same']);
  expect(states(plan(lines, [ana, namesake], [here(ana.id), here(namesake.id)], training))).toEqual(['likely']);
  expect(states(plan(lines, [ana, namesake], [], training))).toEqual(['likely']);
});

test('two lines that mean one person beyond doubt: the later one is refused, however it is written', () => {
  const ana = person({ institutionId: unit });
  const planned = plan([heading, ['Popović', 'Ana', 1985], ['Popović', 'Ana', null, 'PJ']], [ana]);
  expect(states(planned)).toEqual(['same', 'rejected']);
  expect(states(plan([heading, ['123', '456']], []))).toEqual(['rejected']);
});

test('only what the preview offered can be chosen, and nobody twice', () => {
  const [ana, second] = [person({}), person({ birthYear: 1984 })];
  const planned = plan([heading, ['Novak', 'Jan'], ['Popović', 'Ana'], ['', 'X'], ['Marić', 'Ivo', 1990]], [ana, second, person({ givenName: 'Ivo', familyName: 'Marić', birthYear: 1990 })]);
  expect(states(planned)).toEqual(['new', 'likely', 'rejected', 'same']);
  const choose = (...choices: { row: number; personId: string | null; changes?: string[] }[]) => decideRoster(planned, choices.map((choice) => ({ changes: [], ...choice })));
  expect(choose({ row: 2, personId: null }, { row: 3, personId: second.id })).toMatchObject({ ok: true, leftOut: [], decisions: [{ row: 2, option: null }, { row: 3, option: { personId: second.id } }] });
  expect(choose({ row: 2, personId: null })).toMatchObject({ ok: true, leftOut: [3] });
  for (const bad of [[{ row: 4, personId: null }], [{ row: 5, personId: null }], [{ row: 2, personId: newId() }], [{ row: 9, personId: null }], [{ row: 2, personId: null }, { row: 2, personId: null }]]) expect(choose(...bad)).toEqual({ ok: false, reason: 'importChanged' });
  expect(choose()).toEqual({ ok: false, reason: 'importNothingChosen' });
  const twice = plan([heading, ['Popović', 'Ana', 1986], ['Popović', 'Ana', 1983]], [ana, second]);
  expect(decideRoster(twice, twice.map((row) => ({ row: row.number, personId: ana.id, changes: [] })))).toEqual({ ok: false, reason: 'importPersonTwice' });
});

test('another plan, or the same for another version, has another digest', () => {
  const planned = plan([heading, ['Novak', 'Jan']], []);
  expect(planDigest(planned, 1)).toBe(planDigest(structuredClone(planned), 1));
  expect(new Set([planDigest(planned, 1), planDigest(planned, 2), planDigest([], 1), planDigest(planned, null)]).size).toBe(4);
});
