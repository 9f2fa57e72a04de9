import { expect, test } from 'vitest';
import { behindDetails, firstBehind } from '@/components/indicators/readings-grid/behind';

const asked = { message: 'needs_caseDataInDetails' };
const other = { message: 'required' };

test.each([
  ['readings.3.comment', { place: 3, field: 'readings.3.comment' }],
  ['readings.12.parts.2.value', { place: 12, field: 'readings.12.parts.2.value' }],
  ['readings.3.value', null],
  ['readings.3.answer', null],
  ['readings', null],
  ['confirmations', null],
])('%s', (name, at) => expect(behindDetails(name)).toEqual(at));

test.each([
  ['nothing wrong', [], null],
  ['only cells', [{ name: 'readings.0.value', ...other }], null],
  ['words under Details', [{ name: 'readings.1.value', ...asked }, { name: 'readings.1.comment', message: 'needs_caseData' }], { place: 1, field: 'readings.1.comment', alone: true }],
  ['words of the cell itself: to the reason for them', [{ name: 'readings.1.answer', ...asked }], { place: 1, field: 'readings.1.answer-reason', alone: true }],
  ['the name of a file: to the part', [{ name: 'readings.1.value', ...asked }], { place: 1, field: null, alone: true }],
  ['a second cell is wrong as well', [{ name: 'readings.1.numerator', ...other }, { name: 'readings.2.value', ...other }], { place: 1, field: 'readings.1.numerator', alone: false }],
  ['the cell itself is wrong as well', [{ name: 'readings.1.numerator', ...other }, { name: 'readings.1.value', ...other }], { place: 1, field: 'readings.1.numerator', alone: false }],
])('%s', (_name, problems, at) => expect(firstBehind(problems)).toEqual(at));
