import { expect, test } from 'vitest';
import { fileNameText, findIn, guardedTexts, partOf } from '@/lib/guard/rules/texts';

const meeting = { title: 'Coordination', description: null, sessions: [{ topic: null }], detail: { minutes: 'Nothing.', agenda: [{ title: 'Opening' }], decisions: [{ text: 'Fine' }, { text: 'Victim Ana Petrović moves' }], actionPoints: [{ text: 'Send Kt. br. 12/24' }] } };

test('what is found stands under the name of its form field', () => {
  expect(findIn(guardedTexts(meeting)).map(({ path, kind }) => [path, kind])).toEqual([
    ['detail.decisions.1.text', 'name'],
    ['detail.actionPoints.0.text', 'caseNumber'],
  ]);
});

test('the same words in two places are one finding, at the first', () => {
  const twice = { ...meeting, title: 'Victim Ana Petrović', description: 'The victim Ana Petrović' };
  expect(findIn(guardedTexts(twice)).filter((finding) => finding.kind === 'name').map((finding) => finding.path)).toEqual(['title']);
});

test('a file name is read as words', () => {
  expect(findIn([fileNameText('iskaz_žrtve_Ana_Petrović.pdf')]).map((finding) => finding.words)).toEqual(['Ana Petrović']);
  expect(findIn([fileNameText('agenda_2024-05-12.pdf')])).toEqual([]);
});

test('a path belongs to a part that the screens have a word for', () => {
  expect(['title', 'detail.decisions.2.text', 'sessions.0.topic', 'evidence.files', 'detail.minutes'].map(partOf)).toEqual(['title', 'decisions', 'sessions', 'files', 'minutes']);
});
