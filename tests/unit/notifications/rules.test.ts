import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFormat } from '@/lib/i18n/format';
import { wordsOf } from '@/lib/i18n/wording';
import { digestParts, digestText, mostLines, mostProjects } from '@/lib/notifications/rules/digest';
import { linkMark, withLinks, withoutLinks } from '@/lib/notifications/rules/links';
import { inboxes, type Member, type Notice, type NoticeProject } from '@/lib/notifications/rules/notice';
import { noticeKey, occasionOn } from '@/lib/notifications/rules/occasion';
import { mayReceive, nextAttempt } from '@/lib/notifications/rules/timing';
import { addDays } from '@/lib/shared/dates';
import { cleanText } from '@/lib/shared/text';
import { noticeKinds } from '@/lib/shared/vocabulary';

const zone = 'Europe/Podgorica';
const at = (text: string) => new Date(text);

describe('occasions', () => {
  const patience = { soon: 7, weeks: 3 };
  test.each([
    ['2019-04-21', null],
    ['2019-04-23', 'soon'],
    ['2019-04-29', 'soon'],
    ['2019-04-30', 'due'],
    ['2019-05-06', 'due'],
    ['2019-05-07', 'overdue:1'],
    ['2019-05-13', 'overdue:1'],
    ['2019-05-14', 'overdue:2'],
    ['2019-05-27', 'overdue:3'],
    ['2019-05-28', null],
  ])('due on 30 April, seen on %s: %s', (today, expected) => expect(occasionOn('2019-04-30', today, patience)).toBe(expected));
  test('nothing is announced before where nothing is to be', () => expect(occasionOn('2019-04-30', '2019-04-29', { soon: 0, weeks: 3 })).toBeNull());
  test('over its whole life a thing is spoken of once before, once when due and once a week, however often one looks', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 20 }), (soon, weeks) => {
        const days = Array.from({ length: 40 + weeks * 7 + 20 }, (_, n) => addDays('2019-01-01', n));
        const said = new Set(days.flatMap((today) => occasionOn('2019-02-05', today, { soon, weeks }) ?? []));
        expect(said.size).toBe((soon > 0 ? 1 : 0) + 1 + weeks);
      }),
    ));
  test('a moved due date is another key', () => expect(noticeKey('x', '2019-01-01', 'due')).not.toBe(noticeKey('x', '2019-01-02', 'due')));
});

describe('how often', () => {
  // 2019-04-29 is a Monday; Podgorica is UTC+2 in April
  test.each([
    ['never', null, '2019-04-29T06:00:00Z', false],
    ['daily', null, '2019-04-29T02:00:00Z', true],
    ['daily', '2019-04-28T06:00:00Z', '2019-04-29T04:59:00Z', false],
    ['daily', '2019-04-28T06:00:00Z', '2019-04-29T05:00:00Z', true],
    ['daily', '2019-04-29T05:00:00Z', '2019-04-29T21:59:00Z', false],
    ['daily', '2019-04-29T05:00:00Z', '2019-04-30T03:00:00Z', false],
    ['weekly', '2019-04-22T06:00:00Z', '2019-04-28T20:00:00Z', false],
    ['weekly', '2019-04-22T06:00:00Z', '2019-04-29T04:00:00Z', false],
    ['weekly', '2019-04-22T06:00:00Z', '2019-04-29T05:00:00Z', true],
    ['weekly', '2019-04-27T06:00:00Z', '2019-04-29T05:00:00Z', true],
    ['at_once', '2019-04-29T06:00:00Z', '2019-04-29T06:14:59Z', false],
    ['at_once', '2019-04-29T06:00:00Z', '2019-04-29T06:15:00Z', true],
  ] as const)('%s, last %s, now %s: %s', (frequency, last, now, expected) => expect(mayReceive(frequency, last ? at(last) : null, at(now), zone)).toBe(expected));
  test('daily never gives two on one morning, weekly never two in one week', () =>
    fc.assert(
      fc.property(fc.constantFrom('daily' as const, 'weekly' as const), fc.integer({ min: 300, max: 700 }), (frequency, step) => {
        const sent: number[] = [];
        const start = Date.parse('2019-04-01T05:30:00Z');
        for (let now = start; now < start + 28 * 86_400_000 - 3_600_000; now += step * 60_000) {
          if (mayReceive(frequency, sent.length > 0 ? new Date(sent.at(-1) ?? 0) : null, new Date(now), zone)) sent.push(now);
        }
        expect(sent.length).toBeLessThanOrEqual(frequency === 'daily' ? 28 : 4);
        expect(sent.length).toBeGreaterThanOrEqual(frequency === 'daily' ? 27 : 4);
      }),
      { numRuns: 10 },
    ));
  test('a mail that fails is tried again later and later, and given up in the end', () => {
    const now = at('2019-04-29T06:00:00Z');
    const waits = Array.from({ length: 20 }, (_, n) => nextAttempt(n + 1, now)).filter((next) => next !== null).map((next) => next.getTime() - now.getTime());
    expect(waits.length).toBe(7);
    expect(waits).toEqual([...new Set(waits)].sort((a, b) => a - b));
    expect(nextAttempt(8, now)).toBeNull();
  });
});

const project: NoticeProject = { id: 'p1', slug: 'px-1', projectsId: 'PX.1', title: 'Border', timeZone: zone, illustrative: false };
const notice = (over: Partial<Notice> = {}): Notice => ({ key: 'a', kind: 'action_point', projectId: 'p1', to: { roles: ['manager'] }, text: 'Send the list', dueOn: '2019-04-30', page: '/action-points/1', ...over });
const member = (userId: string, role: Member['role'], projectId = 'p1'): Member => ({ userId, role, projectId, email: `${userId}@x.example` });

describe('who hears of what', () => {
  const members = [member('m', 'manager'), member('s', 'staff'), member('d', 'donor'), member('m', 'manager', 'p2')];
  const told = (...notices: Notice[]) => inboxes(notices, members).map(({ userId, address, notices: own }) => [userId ?? address, own.map(({ key }) => key)]);
  test('members by role, in their own project only, without who is excepted', () => {
    expect(told(notice({ to: { roles: ['manager', 'staff'] } }))).toEqual([['m', ['a']], ['s', ['a']]]);
    expect(told(notice({ projectId: 'p2', to: { roles: ['manager', 'staff'], except: ['m'] } }))).toEqual([]);
  });
  test('one inbox per person over all projects; the same thing once', () => {
    expect(told(notice(), notice({ key: 'b', projectId: 'p2' }), notice({ to: { userId: 'm' } }), notice({ to: { address: 'M@x.example' } }))).toEqual([['m', ['a', 'b']]]);
  });
  test('somebody without an account hears only of what they can open', () => {
    const link = { purpose: 'action_point' as const, subjectId: 'x' };
    expect(told(notice({ to: { address: 'Focal@Unit.example' } }))).toEqual([]);
    expect(told(notice({ to: { address: 'Focal@Unit.example' }, link }), notice({ key: 'b', to: { address: 'focal@unit.example' }, link }))).toEqual([['focal@unit.example', ['a', 'b']]]);
    expect(told(notice({ to: { userId: 'gone' } }))).toEqual([]);
  });
});

test('two hundred thousand notices are sorted and written down in the time of one page: no work grows with the square of them', () => {
  const many = Array.from({ length: 200_000 }, (_, n) => notice({ key: `k${n}`, projectId: `p${n % 200}` }));
  const projects = Array.from({ length: 200 }, (_, n) => ({ ...project, id: `p${n}`, projectsId: `PX.${n}` }));
  const everywhere = projects.map(({ id }) => member('m', 'manager', id));
  const [inbox] = inboxes([...many, ...many], everywhere);
  expect(inbox?.notices).toHaveLength(200_000);
  const { parts, others } = digestParts(inbox?.notices ?? [], projects);
  expect(parts.map(({ kinds }) => kinds.map(({ notices, more }) => notices.length + more))).toEqual(Array.from({ length: mostProjects }, () => [1000]));
  expect(others).toEqual({ projects: 200 - mostProjects, notices: (200 - mostProjects) * 1000 });
});

describe('the text of a digest', () => {
  const write = (language: 'en' | 'cnr', notices: Notice[]) =>
    digestText(digestParts(notices, [project]), { language, t: wordsOf(language, 'notifications'), format: createFormat(language === 'en' ? 'en-GB' : 'sr-Latn-ME'), today: () => '2019-05-02', address: (one) => `https://x.example${one.page}` });
  test('what is due longest comes first; each has its date, its distance and its address', () => {
    const text = write('en', [notice({ key: 'b', text: 'Later\nline', dueOn: '2019-05-03', page: '/b' }), notice()]);
    expect(text).toContain('PX.1 BORDER');
    expect(text).toContain('Action points (2)');
    expect(text).toContain('- Send the list (due 30 Apr 2019, 2 days ago)\n  https://x.example/action-points/1\n- Later line (due 3 May 2019)\n  https://x.example/b');
  });
  test('Montenegrin has its own words and plurals', () => expect(write('cnr', [notice()])).toContain('prije 2 dana'));
  test('the app’s own words are said in the language of the letter, what was recorded as it was', () => {
    const both = [notice(), notice({ key: 'b', kind: 'deadline', text: { en: 'Work plan', cnr: 'Plan rada' } })];
    expect(write('en', both)).toMatch(/- Send the list[\s\S]*- Work plan \(/);
    expect(write('cnr', both)).toMatch(/- Send the list[\s\S]*- Plan rada \(/);
  });
  test('many of one kind are counted, not all listed', () => {
    const text = write('en', Array.from({ length: mostLines + 4 }, (_, n) => notice({ key: `k${n}`, dueOn: null, text: `Thing ${n}` })));
    expect(text.match(/^- Thing/gm)).toHaveLength(mostLines);
    expect(text).toContain('- and 4 more');
  });
  test('however much there is, it fits into the outbox in both languages, and says what it leaves out', () => {
    const words = 'x'.repeat(1000);
    const projects = Array.from({ length: 300 }, (_, n) => ({ ...project, id: `p${n}`, projectsId: `PX.${n}`, title: words, illustrative: true }));
    const all = projects.flatMap(({ id }, n) => noticeKinds.flatMap((kind) => Array.from({ length: n < 3 ? 30 : 2 }, (_, k) => notice({ key: `${id}${kind}${k}`, projectId: id, kind, text: words, page: `/${'p'.repeat(60)}` }))));
    const digest = digestParts(all, projects);
    expect(digest.parts.map(({ project: { projectsId } }) => projectsId)).toEqual(expect.arrayContaining(['PX.0', 'PX.1', 'PX.2']));
    const texts = (['en', 'cnr'] as const).map((language) =>
      digestText(digest, { language, t: wordsOf(language, 'notifications'), format: createFormat(language === 'en' ? 'en-GB' : 'sr-Latn-ME'), today: () => '2019-05-02', address: (one) => `https://capacity.example/projects/px-0000${one.page}` }),
    );
    expect(texts.join('').length).toBeLessThan(99_000);
    expect(digest.parts.flatMap(({ kinds }) => kinds).every(({ notices }) => notices.length > 0)).toBe(true);
    expect(texts[0]).toContain(`290 more projects have ${(290 * noticeKinds.length * 2).toLocaleString('en-GB')} things for you.`);
    expect(texts[1]).toContain('Još 290 projekata ima');
    const counted = digest.parts.flatMap(({ kinds }) => kinds).reduce((sum, { notices, more }) => sum + notices.length + more, digest.others.notices);
    expect(counted).toBe(all.length);
  });
  test('a demo project says so, and projects with nothing to say are left out', () => {
    expect(write('en', [])).not.toContain('PX.1');
    expect(digestText(digestParts([notice()], [{ ...project, illustrative: true }]), { language: 'en', t: wordsOf('en', 'notifications'), format: createFormat('en-GB'), today: () => '2019-04-30', address: () => '' })).toMatch(/made up[\s\S]*due today/);
  });
});

describe('links in stored mails', () => {
  const settings = { NEXTAUTH_SECRET: 'a-secret-of-some-length', NEXTAUTH_URL: 'https://app.example' };
  const id = '0190f3a0-0000-7000-8000-000000000001';
  test('none stands in the database; each is filled in when the mail goes', () => {
    const stored = `See ${linkMark('action_point', id)}`;
    expect(stored).not.toContain('http');
    expect(withLinks(stored, settings)).toMatch(/^See https:\/\/app\.example\/action-point\/[\w-]{43}$/);
    expect(withoutLinks(stored, '[…]')).toBe('See […]');
    expect(withLinks(linkMark('nothing' as never, id), settings)).toBe('');
  });
  test('nobody can write one by hand', () => expect(withLinks(cleanText(linkMark('action_point', id)), settings)).not.toContain('http'));
});
