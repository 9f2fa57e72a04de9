import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reviewStates } from '@/lib/shared/vocabulary';
import { contentSha, contentText, fingerprint, type HandOverContent, isSignable, printStands, standingOf } from '@/lib/signing/rules';
import { signByLinkSchema } from '@/lib/signing/schema';

const item = { assetTag: 'PX-0001', description: 'Laptop', make: 'Acme', model: null, serialNumber: 'S1', quantity: 1, value: '1250.50', currency: 'EUR' };
const content: HandOverContent = { reference: 'EQ-001', date: '2019-03-20', recipientInstitutionId: 'r', hander: 'A', receiver: 'B', receiverPost: null, terms: 'Open to checks', items: [item] };

describe('what is signed', () => {
  test('is the same text for the same content, whatever the order of its keys', () => {
    const turned = Object.fromEntries(Object.entries(content).reverse()) as HandOverContent;
    expect(contentText(turned)).toBe(contentText(content));
    expect(contentSha(turned)).toBe(contentSha(content));
  });

  test('every change of items, parties, date or terms breaks it', () => {
    const text = fc.string({ minLength: 1, maxLength: 20 }).map((word) => `${word}~`);
    fc.assert(
      fc.property(fc.constantFrom<keyof HandOverContent>('reference', 'date', 'recipientInstitutionId', 'hander', 'receiver', 'receiverPost', 'terms'), text, (key, word) => contentSha({ ...content, [key]: word }) !== contentSha(content)),
    );
    fc.assert(fc.property(fc.constantFrom('assetTag', 'description', 'make', 'model', 'serialNumber', 'quantity', 'value', 'currency'), text, (key, word) => contentSha({ ...content, items: [{ ...item, [key]: word }] }) !== contentSha(content)));
    for (const items of [[], [item, item]]) expect(contentSha({ ...content, items })).not.toBe(contentSha(content));
  });

  test('a paper with its fingerprint stands while the record says the same', () => {
    const sha = contentSha(content);
    expect(fingerprint(sha)).toMatch(/^[0-9A-F]{4} [0-9A-F]{4}$/);
    expect([printStands(fingerprint(sha), sha), printStands(sha.slice(0, 8), sha), printStands('00000000', sha), printStands('nonsense', sha), printStands(null, sha)]).toEqual([true, true, false, null, null]);
  });
});

test('a hand-over is signed by a signature that holds, or by paper; broken ones alone are void', () => {
  const [now, old] = [{ contentSha: 'a' }, { contentSha: 'b' }];
  const standing = (paper: boolean, receiverSignatures: { contentSha: string }[]) => standingOf({ paper, receiverSignatures }, 'a');
  expect([standing(false, [old, now]), standing(true, [old]), standing(true, []), standing(false, [old]), standing(false, [])]).toEqual(['signed', 'paper', 'paper', 'void', 'unsigned']);
  expect(reviewStates.filter((state) => !isSignable(state))).toEqual(['approved', 'withdrawn']);
});

test('a signature is drawn or typed, accepts, and says for whom and why where it is for another', () => {
  const input = { token: 't', contentSha: 'a'.repeat(64), language: 'en', signerName: 'Ana', signerPost: '', onBehalfOf: '', reason: '', drawing: '', typed: 'yes', accepted: 'yes' };
  const wrong = (over: object) => signByLinkSchema.safeParse({ ...input, ...over }).error?.issues.map((issue) => issue.message) ?? [];
  expect(wrong({})).toEqual([]);
  expect(wrong({ typed: '', drawing: 'data:image/png;base64,AAAA' })).toEqual([]);
  expect(wrong({ typed: '' })).toEqual(['drawingRequired']);
  expect(wrong({ accepted: '' })).toContain('acceptRequired');
  expect(wrong({ onBehalfOf: 'Boss' })).toEqual(['reasonRequired']);
  expect(wrong({ reason: 'Ill' })).toEqual(['behalfRequired']);
  expect(wrong({ signerName: ' ' })).toEqual(['required']);
});
