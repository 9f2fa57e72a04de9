import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { spread } from '@/db/seed/data/trainings';
import { drawPhoto } from '@/db/seed/files/photo';
import { makePdf } from '@/db/seed/files/pdf';
import { makePeople } from '@/db/seed/people';
import { makeRandom } from '@/db/seed/random';
import { groups } from '@/db/seed/data/people';
import { isId } from '@/lib/shared/ids';

const moment = new Date('2018-05-18T08:00:00Z');

describe('chance', () => {
  it('is the same on every run', () => {
    const draw = () => {
      const random = makeRandom(7);
      return [random.next(), random.int(1, 6), random.pick(['a', 'b']), random.shuffle([1, 2, 3]), random.id(moment)];
    };
    expect(draw()).toEqual(draw());
  });

  it('makes ids of their moment that are never the same twice', () => {
    const random = makeRandom(7);
    const ids = Array.from({ length: 1000 }, () => random.id(moment));
    expect(new Set(ids).size).toBe(1000);
    expect(ids.every((id) => isId(id) && id.startsWith(moment.getTime().toString(16).padStart(12, '0').slice(0, 8)))).toBe(true);
  });

  it('keeps whole numbers within bounds', () => {
    const random = makeRandom(1);
    const drawn = Array.from({ length: 500 }, () => random.int(2, 4));
    expect([Math.min(...drawn), Math.max(...drawn)]).toEqual([2, 4]);
  });
});

it('makes people with names of their own, about a third of them women', () => {
  const people = [...makePeople(makeRandom(3), new Map(groups.map((group) => [group.institution, 'x']))).values()];
  expect(new Set(people.map((person) => `${person.givenName} ${person.familyName}`)).size).toBe(people.length);
  const women = people.filter((person) => person.sex === 'female').length / people.length;
  expect(women).toBeGreaterThan(0.28);
  expect(women).toBeLessThan(0.36);
});

it('spreads ranges of keys', () => expect(spread(['a2-4', 'b1'])).toEqual(['a2', 'a3', 'a4', 'b1']));

it('draws a PNG with every row in it', () => {
  const png = Buffer.from(drawPhoto(makeRandom(1), 'TR-001', 'room'));
  const length = png.readUInt32BE(33);
  expect(inflateSync(png.subarray(41, 41 + length)).length).toBe((480 * 3 + 1) * 320);
});

it('writes a PDF that is the same on every run and breaks long tables over pages', async () => {
  const rows = Array.from({ length: 90 }, (_, index) => [String(index), 'Šćepanović Đorđe', '']);
  const make = () => makePdf({ title: 'Lista', lines: [], blocks: [{ table: { head: ['No', 'Name', ''], rows, widths: [0.2, 0.5, 0.3], signed: 2 } }], moment, random: makeRandom(1) });
  const [first, second] = [Buffer.from(await make()), Buffer.from(await make())];
  expect(first.equals(second)).toBe(true);
  expect(first.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBe(3);
});
