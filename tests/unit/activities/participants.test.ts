import { expect, test } from 'vitest';
import { guessMapping, rememberedMapping, rememberMapping } from '@/components/activities/form/participants/mapping';
import { faultsOf } from '@/components/activities/form/participants/faults';
import { blankRow, type Candidate, linked, repeatedPeople, settled, unlinked, withChange, withFields } from '@/components/activities/form/participants/row';
import { readChoice, readRole, readSex, readTick } from '@/components/activities/form/participants/words';
import { newId } from '@/lib/shared/ids';

const institutions = [{ value: 'm', label: 'Ministry of Interior' }, { value: 'u', label: '\u2003Special Unit' }, { value: 'b', label: '\u2003Border Police' }, { value: 'b2', label: '\u2003\u2003Border Police, Bar' }];
const roles = [{ value: 'trainee', label: 'Polaznik' }, { value: 'trainer', label: 'Predavač' }];

test('words of lists from the field are understood; what is not stays as it is', () => {
  expect(['Ž', 'žensko', 'F', 'Women', 'M', 'Muški', 'other', '-'].map(readSex)).toEqual(['female', 'female', 'female', 'female', 'male', 'male', 'other', 'not_stated']);
  expect(readSex('abc')).toBe('abc');
  expect([readRole('predavac', roles), readRole('Lecturer', roles), readRole('chair', roles), readRole('Polaz', roles)]).toEqual(['trainer', 'trainer', 'chair', 'trainee']);
  expect(['special unit', 'SPECIAL', 'border police', 'bar', 'police', 'nowhere', ''].map((text) => readChoice(text, institutions))).toEqual(['u', 'u', 'b', 'b2', 'police', 'nowhere', '']);
  expect(['1', 'X', 'da', 'prisutna', '✓'].every(readTick)).toBe(true);
  expect(['', '0', 'ne', '-'].some(readTick)).toBe(false);
});

const sessions = (...ids: string[]) => ids.map((id, at) => ({ id, date: `2019-03-0${at + 4}` }));

test('columns are known by their titles, in any order', () => {
  expect(guessMapping([['R.br.', 'Prezime', 'Ime', 'Pol', 'Godina rođenja', 'Institucija', 'Radno mjesto', 'Ulazni test'], ['1', 'Popović', 'Marko', 'M', '1980', 'Border', 'Inspector', '40']], [])).toEqual({ header: true, targets: ['', 'familyName', 'givenName', 'sex', 'birthYear', 'institution', 'post', 'preScore'] });
  expect(guessMapping([['Name', 'Gender'], ['Ana Kovač', 'F']], []).targets).toEqual(['fullName', 'sex']);
  expect(guessMapping([['Ime', 'Ime i prezime'], ['', 'Ana Kovač']], []).targets).toEqual(['fullName', '']);
});

test('titles that lists for the import may have are known here too, sessions by day or number', () => {
  const titles = ['Ime i prezime', 'Ustanova', 'Godište', 'Čin', 'Imejl', 'Završni test', '05.03.2019.', 'Dan 1', 'Napomena'];
  expect(guessMapping([titles, ['Ana Kovač', 'Bar', '1980', '', '', '50', 'x', '', '']], sessions('s1', 's2'))).toEqual({ header: true, targets: ['fullName', 'institution', 'birthYear', '', '', 'postScore', 'session:s2', 'session:s1', ''] });
  expect(guessMapping([['Prezime', 'Ime', 'Prisustvo'], ['Kovač', 'Ana', 'da']], sessions('only')).targets).toEqual(['familyName', 'givenName', 'session:only']);
  expect(guessMapping([['Prezime', 'Ime', 'Prisustvo'], ['Kovač', 'Ana', 'da']], sessions('s1', 's2')).targets).toEqual(['familyName', 'givenName', '']);
});

test('without titles by what stands in them', () => {
  const block = [['Ana Kovač', 'Ž', '1980', 'Border Police', '40', '55,5', '1', '0'], ['Marko Popović', 'M', '1975', 'Special Unit', '20', '60', '1', '1']];
  expect(guessMapping(block, sessions('s1', 's2'))).toEqual({ header: false, targets: ['fullName', 'sex', 'birthYear', 'institution', 'preScore', 'postScore', 'session:s1', 'session:s2'] });
  expect(guessMapping([['Ana', 'Kovač'], ['Marko', 'Popović']], []).targets).toEqual(['givenName', 'familyName']);
});

test('the choice is remembered for lists of the same shape, sessions by their place', () => {
  const store = new Map<string, string>();
  const storage = { getItem: (key: string) => store.get(key) ?? null, setItem: (key: string, value: string) => void store.set(key, value) };
  const block = [['A', 'B', 'C'], ['Kovač', 'Ana', '1']];
  const chosen = { header: true, targets: ['familyName', 'givenName', 'session:s2'] };
  rememberMapping(block, chosen, sessions('s1', 's2'), storage);
  expect(rememberedMapping([['A', 'B', 'C'], ['Popović', 'Marko', '0']], sessions('t1', 't2'), storage)).toEqual({ header: true, targets: ['familyName', 'givenName', 'session:t2'] });
  expect(rememberedMapping(block, sessions('t1'), storage).targets).toEqual(['familyName', 'givenName', '']);
  expect(rememberedMapping([['X', 'Y', 'Z'], ['Ana', 'Kovač', '']], [], storage).targets).not.toEqual(['familyName', 'givenName', '']);
  store.set('paste-columns', 'broken');
  expect(rememberedMapping(block, [], storage)).toEqual(guessMapping(block, []));
});

const candidate: Candidate = { id: newId(), version: 3, givenName: 'Ana', familyName: 'Kovač', sex: 'female', birthYear: 1980, institutionId: newId(), post: 'Inspector', score: 100, reasons: ['name'], sameName: true, changes: [] };

test('taking somebody from the register keeps what the list says and fills in what it leaves out; it can be taken back', () => {
  const place = newId();
  const typed = withFields(blankRow('trainee', [], newId), { givenName: 'Ana', familyName: 'Kovac', sex: 'female' });
  const taken = linked({ ...typed, unsure: true }, candidate);
  expect(taken).toMatchObject({ personId: candidate.id, person: null, institutionId: candidate.institutionId, post: 'Inspector' });
  expect(taken).not.toHaveProperty('unsure');
  expect(linked(withFields(typed, { institutionId: place }), candidate)).toMatchObject({ institutionId: place, post: '' });
  expect(unlinked(taken, typed.person as NonNullable<typeof typed.person>)).toMatchObject({ personId: typed.personId, person: { familyName: 'Kovac', institutionId: candidate.institutionId } });
});

test('changes to the register are taken one by one, with the version they were shown on', () => {
  const row = linked(blankRow('trainee', [], newId), candidate);
  const [moved, born] = [{ field: 'institutionId' as const, from: null, to: newId() }, { field: 'birthYear' as const, from: 1980, to: 1981 }];
  const both = withChange(withChange(row, candidate, moved, true), candidate, born, true);
  expect(both.change).toEqual({ personId: candidate.id, version: 3, institutionId: moved.to, birthYear: 1981 });
  expect(withChange(withChange(both, candidate, moved, false), candidate, born, false)).not.toHaveProperty('change');
});

test('a line says what is wrong with it where it is wrong, and is judged once', () => {
  const row = blankRow('trainee', [], newId);
  expect(faultsOf(row)).toEqual({ givenName: 'required', familyName: 'required', sex: 'required' });
  expect(faultsOf(row)).toBe(faultsOf(row));
  const full = withFields(row, { givenName: 'Ana', familyName: 'Kovač', sex: 'female', birthYear: '1980', institutionId: 'Nowhere' });
  expect(faultsOf({ ...full, preScore: '140', unsure: true })).toMatchObject({ institution: 'noSuchInstitution', preScore: 'tooLarge:100', register: 'choosePerson' });
  expect(faultsOf(settled({ ...withFields(full, { institutionId: '' }), unsure: true }))).toEqual({});
  const twin = { ...row, id: newId() };
  expect([...repeatedPeople([row, twin])]).toEqual([twin.id]);
});
