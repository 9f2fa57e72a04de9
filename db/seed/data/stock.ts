import type { EquipmentCategory, MoveKind } from '@/lib/shared/vocabulary';

type LinePlan = { key: string; code: string; description: string; quantity: number | null; amount: number; reason: string | null; covers: readonly EquipmentCategory[] };

/** The equipment part of the approved budget in USD. Codes and amounts are made up. */
export const budgetLines: readonly LinePlan[] = [
  { key: 'it', code: 'E.1', description: 'Computers and storage', quantity: 12, amount: 16000, reason: 'Encrypted drives were added in place of two desktop computers.', covers: ['it'] },
  { key: 'recording', code: 'E.2', description: 'Recording and optical equipment', quantity: 8, amount: 6500, reason: null, covers: ['optical', 'communication'] },
  { key: 'room', code: 'E.3', description: 'Interview room and office', quantity: null, amount: 8500, reason: null, covers: ['office', 'furniture'] },
];

type MovePlan = { at: string; handOver: string; row: number; from: MoveKind | 'handed_over'; kind: MoveKind; quantity: number; since: string; to?: string; user?: string; dueBack?: string; reason: string };

/** Changes of hands after the hand-over; `row` is the place in its list of items. */
export const moves: readonly MovePlan[] = [
  { at: '2019-02-07T10:00', handOver: 'EQ2', row: 2, from: 'handed_over', kind: 'repair', quantity: 1, since: '2019-02-06', reason: 'Lens jammed; taken to the service centre under warranty.' },
  { at: '2019-03-29T10:00', handOver: 'EQ2', row: 2, from: 'repair', kind: 'return', quantity: 1, since: '2019-03-28', reason: 'Repaired under warranty and tested.' },
  { at: '2019-04-10T10:00', handOver: 'EQ2', row: 0, from: 'handed_over', kind: 'loan', quantity: 1, since: '2019-04-09', to: 'border', dueBack: '2019-06-30', reason: 'Lent for a joint operation at the coast.' },
  { at: '2019-04-10T10:10', handOver: 'EQ1', row: 0, from: 'handed_over', kind: 'transfer', quantity: 1, since: '2019-04-09', to: 'special-unit', user: 'su4', reason: 'Assigned to its user.' },
];

/** What the user of equipment of a category must have been trained in. */
export const requiredTopics: Partial<Record<EquipmentCategory, string>> = { it: 'Trafficking in human beings' };
