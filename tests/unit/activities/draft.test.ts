import { expect, test } from 'vitest';
import { saveActivitySchema } from '@/lib/activities/schema';
import { createPeriodSchema } from '@/lib/projects/schema';
import { newId } from '@/lib/shared/ids';

const form = (changes: Record<string, unknown> = {}) => ({
  projectId: newId(), id: newId(), version: null, kind: 'training', title: 'A course', description: null, outputIds: [], place: null, venue: null,
  plannedStart: null, plannedEnd: null, actualStart: null, actualEnd: null, cost: null, costCurrency: null, implementation: 'planned', implementationReason: null,
  sessions: [], participants: [], headcounts: [], waivers: [], confirmations: [],
  detail: { type: 'course', topics: [], method: 'in_person', language: null, passMark: null },
  ...changes,
});
const said = (changes: Record<string, unknown>) => (saveActivitySchema.safeParse(form(changes)).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`).sort();

test('what contradicts is said in the same round as what is wrong by itself', () => {
  expect(said({})).toEqual([]);
  expect(said({ title: 'x'.repeat(301), actualStart: '2019-05-08', actualEnd: '2019-05-06', plannedStart: '2019-05-08', plannedEnd: '2019-05-07', cost: '12', implementation: 'cancelled' })).toEqual([
    'actualEnd: endBeforeStart', 'costCurrency: currencyRequired', 'implementationReason: reasonRequired', 'plannedEnd: endBeforeStart', 'title: tooLong:300',
  ]);
  expect(said({ detail: 7, actualStart: '2019-05-08', actualEnd: '2019-05-06' })).toContain('actualEnd: endBeforeStart');
});

test('a date that is none is only that; no cost needs no currency, a cost of nothing does', () => {
  expect(said({ actualStart: 'soon', actualEnd: '2019-05-06' })).toEqual(['actualStart: notADate']);
  expect(said({ cost: '' })).toEqual([]);
  expect(said({ cost: '0' })).toEqual(['costCurrency: currencyRequired']);
  expect(saveActivitySchema.safeParse('no form').success).toBe(false);
});

test('a period says both of its orders, whatever its name', () => {
  const issues = createPeriodSchema.safeParse({ projectId: newId(), id: newId(), name: '', from: '2019-02-01', to: '2019-01-01', dueDate: '2018-12-01' }).error?.issues ?? [];
  expect(issues.map(({ path, message }) => `${path.join('.')}: ${message}`).sort()).toEqual(['dueDate: dueBeforeEnd', 'name: required', 'to: endBeforeStart']);
});
