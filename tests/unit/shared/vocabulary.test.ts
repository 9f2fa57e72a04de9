import { describe, expect, test } from 'vitest';
import { messages } from '@/lib/i18n/messages';
import * as vocabulary from '@/lib/shared/vocabulary';
import { languages } from '@/lib/shared/vocabulary';

/** Lists whose labels stand with the screens that alone show them; all others stand in the namespace `vocabulary`. */
const elsewhere: Record<string, string> = {
  cooperationKinds: 'cooperation.kind',
  cooperationLevels: 'cooperation.levels',
  findingKinds: 'guard.kinds',
  mailStates: 'notifications.states',
  moveDirections: 'results.edit.moves',
  noticeKinds: 'notifications.mail.kinds',
  notificationFrequencies: 'notifications.frequencies',
  overviewCards: 'overview.cards',
  progressReportStates: 'actionPoints.reportStates',
  signatureParties: 'signing.party',
  signatureWays: 'signing.via',
};

describe.each(languages)('labels in %s', (language) => {
  test.each(Object.entries(vocabulary))('%s: every word has a label, every label a word', (list, words) => {
    const path = (elsewhere[list] ?? `vocabulary.${list}`).split('.');
    const labels = path.reduce<unknown>((found, key) => (found as Record<string, unknown> | undefined)?.[key], messages[language]);
    expect(Object.keys(labels ?? {}).sort()).toEqual([...words].sort());
  });
});
