import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCaseData } from '@/lib/guard/rules/find';

const texts = readFileSync(join(import.meta.dirname, 'texts.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => ({ isCaseData: line.startsWith('+ '), text: line.slice(2) }));
const kinds = (text: string) => findCaseData(text).map((finding) => finding.kind);

describe('the guard against case data', () => {
  it('finds it in 200 texts of both languages, and leaves the work itself alone', () => {
    const told = texts.map((one) => ({ ...one, found: findCaseData(one.text).length > 0 }));
    const [hits, wrong, missed] = [told.filter((one) => one.found && one.isCaseData), told.filter((one) => one.found && !one.isCaseData), told.filter((one) => !one.found && one.isCaseData)];
    const [precision, recall] = [hits.length / (hits.length + wrong.length), hits.length / (hits.length + missed.length)];
    console.info(`case-data guard: ${texts.length} texts, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
    console.info([...wrong.map((one) => `wrong: ${one.text}`), ...missed.map((one) => `missed: ${one.text}`)].join('\n'));
    expect(texts).toHaveLength(200);
    expect(texts.filter((one) => one.isCaseData)).toHaveLength(100);
    expect(precision).toBeGreaterThanOrEqual(0.99);
    expect(recall).toBeGreaterThanOrEqual(0.97);
  });

  it('names what it found, each once', () => {
    expect(findCaseData('Victim Ana Petrović. The victim Ana Petrović again.').map(({ kind, words }) => [kind, words])).toEqual([['name', 'Ana Petrović']]);
    expect(kinds('Žrtva A.P., rođena 12.3.2007, predmet Kt. br. 4/23, JMBG 1203007215012')).toEqual(['name', 'caseNumber', 'birthDate', 'idNumber']);
  });

  it('gives the same mark to the same words, however they are written, and another to others', () => {
    const mark = (text: string) => findCaseData(text)[0]?.mark;
    expect(mark('The victim Ana Petrović came.')).toBe(mark('žrtva  Ana Petrović je tu'));
    expect(mark('The victim Ana Petrovic came.')).toBe(mark('The victim Ana Petrović came.'));
    expect(mark('The victim Ana Petrović came.')).not.toBe(mark('The victim Eva Petrović came.'));
  });

  it('finds nothing in nothing, and ends in good time on long text', () => {
    expect(findCaseData(null)).toEqual([]);
    expect(findCaseData('')).toEqual([]);
    const start = performance.now();
    findCaseData('Victim '.repeat(3000));
    findCaseData('A '.repeat(10_000));
    findCaseData('Ana Petrović '.repeat(1500));
    findCaseData('1'.repeat(20_000));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
