import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certificateNumber, certificateObstacle } from '@/lib/certificates/rules';
import { participantRoles } from '@/lib/shared/vocabulary';

const course = { sessions: 5, threshold: 0.8, passMark: null };
const trainee = { role: 'trainee' as const, present: 4, postScore: null };

describe('who gets a certificate', () => {
  it.each([
    ['met the threshold exactly', trainee, course, null],
    ['missed one session too many', { ...trainee, present: 3 }, course, 'attendance'],
    ['a training without sessions', { ...trainee, present: 0 }, { ...course, sessions: 0 }, 'attendance'],
    ['a trainer', { ...trainee, role: 'trainer' as const }, course, 'role'],
    ['reached the pass mark exactly', { ...trainee, postScore: 60 }, { ...course, passMark: 60 }, null],
    ['just below the pass mark', { ...trainee, postScore: 59.99 }, { ...course, passMark: 60 }, 'belowPassMark'],
    ['was not tested where a pass mark is set', trainee, { ...course, passMark: 0 }, 'noScore'],
    ['a poor score where none is set', { ...trainee, postScore: 1 }, course, null],
  ] as const)('%s', (_name, person, of, obstacle) => expect(certificateObstacle(person, of)).toBe(obstacle));

  it('never takes one away for more presence or a better score', () => {
    const facts = fc.record({ role: fc.constantFrom(...participantRoles), present: fc.nat(9), postScore: fc.option(fc.integer({ min: 0, max: 99 })) });
    const of = fc.record({ sessions: fc.integer({ min: 1, max: 10 }), threshold: fc.constantFrom(0.5, 0.8, 1), passMark: fc.option(fc.integer({ min: 0, max: 100 })) });
    fc.assert(
      fc.property(facts, of, (person, plan) => {
        if (certificateObstacle(person, plan) !== null) return;
        expect(certificateObstacle({ ...person, present: person.present + 1, postScore: person.postScore === null ? null : person.postScore + 1 }, plan)).toBeNull();
      }),
    );
  });
});

it('numbers run through the project', () => expect([1, 42, 12345].map((number) => certificateNumber('PX.0009', number))).toEqual(['PX.0009-C-0001', 'PX.0009-C-0042', 'PX.0009-C-12345']));
