import { expect, test } from 'vitest';
import { adding, figureAsked, outcomeMet, outcomeState, portfolioFilter, riskOf, sorted, standsAs } from '@/lib/indicators/rules/portfolio';

const states = (part: Partial<Record<'achieved' | 'on_track' | 'at_risk' | 'off_track' | 'no_data' | 'no_target', number>>) => ({ achieved: 0, on_track: 0, at_risk: 0, off_track: 0, no_data: 0, no_target: 0, ...part });

test('an outcome is as bad as its worst indicator; what has no data or target says nothing beside one that has', () => {
  expect(outcomeState(['achieved', 'on_track', 'at_risk', 'off_track'])).toBe('off_track');
  expect(outcomeState(['achieved', 'no_data', 'at_risk'])).toBe('at_risk');
  expect(outcomeState(['achieved', 'on_track', 'no_target'])).toBe('on_track');
  expect(outcomeState(['achieved', 'achieved'])).toBe('achieved');
  expect(outcomeState(['no_data', 'no_target'])).toBe('no_data');
  expect(outcomeState(['no_target'])).toBe('no_target');
  expect(outcomeState([])).toBe('no_target');
});

test('risk: off track whole, at risk half, overdue things 20 each, old drafts 5', () => {
  const risk = (part: Parameters<typeof states>[0], more: Partial<Parameters<typeof riskOf>[0]> = {}) => riskOf({ states: states(part), reportsOverdue: 0, deadlinesOverdue: 0, stale: 0, ...more });
  expect(risk({ achieved: 1, off_track: 1 })).toEqual({ points: 50, level: 'high' });
  expect(risk({ on_track: 3, at_risk: 1, no_data: 6 })).toEqual({ points: 13, level: 'low' });
  expect(risk({ on_track: 3, at_risk: 2 })).toEqual({ points: 20, level: 'medium' });
  expect(risk({ no_data: 5 }, { stale: 9 })).toEqual({ points: 5, level: 'low' });
  expect(risk({}, { reportsOverdue: 1, deadlinesOverdue: 2 })).toEqual({ points: 60, level: 'high' });
});

test('an address asks only for what is known', () => {
  expect(portfolioFilter({ year: '20x9', status: 'lost', sort: 'price', region: ' ', q: ' unit ' })).toEqual({ q: 'unit', region: null, country: null, type: null, year: null, status: null, sort: 'title' });
  expect(portfolioFilter({ year: '2019', status: 'active', sort: 'risk' })).toMatchObject({ year: 2019, status: 'active', sort: 'risk' });
});

test('sorted by what is asked; no data comes last, equal ones keep the order of titles', () => {
  const one = (title: string, points: number, trained: number | null, endDate: string | null) => ({ title, trained, budgetUsd: trained, endDate, risk: { points, level: 'low' as const } });
  const all = [one('a', 5, null, null), one('b', 5, 3, '2020-01-01'), one('c', 80, 9, '2019-01-01')];
  const titles = (sort: Parameters<typeof sorted>[1]) => sorted(all, sort).map(({ title }) => title).join('');
  expect([titles('title'), titles('risk'), titles('trained'), titles('budget'), titles('end')]).toEqual(['abc', 'cab', 'cba', 'cba', 'cba']);
});

test('an outcome is met where its worst indicator is on track; what stands below none says nothing', () => {
  const all = [{ outcomeId: 'a', state: 'on_track' as const }, { outcomeId: 'a', state: 'no_data' as const }, { outcomeId: 'b', state: 'at_risk' as const }, { outcomeId: null, state: 'achieved' as const }];
  expect(['a', 'b', 'c', null].map((id) => outcomeMet(all, id))).toEqual([true, false, false, null]);
  expect([undefined, 'with_data', 'no_data', 'on_track'].map((asked) => all.filter((one) => standsAs(one, asked)).length)).toEqual([4, 3, 1, 1]);
});

test('a figure opens the projects that add to it; what is no figure opens all', () => {
  const one = (trained: number | null, level: 'high' | 'low') => ({ trained, participations: trained, equipment: 0, spending: [], reports: { due: 0 }, risk: { points: 0, level } });
  const all = [one(3, 'low'), one(null, 'high'), one(0, 'low')];
  expect([figureAsked('risk'), figureAsked('nonsense'), figureAsked(undefined)]).toEqual(['risk', null, null]);
  expect((['trained', 'participations', 'equipment', 'spending', 'reports', 'risk', null] as const).map((figure) => adding(all, figure).length)).toEqual([1, 1, 0, 0, 0, 1, 3]);
});
