import type { EquipmentCategory, EquipmentCondition } from '@/lib/shared/vocabulary';

export type ItemPlan = { description: string; category: EquipmentCategory; make: string; model: string; serials?: readonly string[]; lot?: number; each: number; warrantyYears: number };
export type HandOverPlan = {
  key: string;
  title: string;
  date: string;
  place: string;
  venue: string;
  recipient: string;
  receiver: string;
  /** USD per EUR on the day, as recorded */
  rate: number;
  supplier: string;
  order: string;
  purchased: string;
  items: readonly ItemPlan[];
  description: string;
};

const laptop = { description: 'Ruggedised laptop', category: 'it', make: 'Nordbook', model: 'RX14', each: 1650, warrantyYears: 3 } as const;
const desktop = { description: 'Desktop computer', category: 'it', make: 'Nordbook', model: 'D20', each: 780, warrantyYears: 2 } as const;
const printer = { description: 'Multifunction printer', category: 'office', make: 'Printex', model: 'M450', each: 540, warrantyYears: 2 } as const;
const camera = { description: 'Camera with telephoto lens', category: 'optical', make: 'Opticon', model: 'T300', each: 1480, warrantyYears: 2 } as const;

/** Four hand-overs, 24 items. Makes, numbers and prices are made up. */
export const handOvers: readonly HandOverPlan[] = [
  {
    key: 'EQ1', title: 'Workplace equipment for the Special Unit', date: '2018-06-28', place: 'Podgorica', venue: 'Premises of the unit', recipient: 'special-unit', receiver: 'su4', rate: 1.1583, supplier: 'Adria Sistemi d.o.o.', order: 'PO-2018-014', purchased: '2018-06-11',
    items: [{ ...laptop, serials: ['RX14-80231', 'RX14-80232', 'RX14-80233', 'RX14-80234'] }, { ...desktop, serials: ['D20-55107', 'D20-55108'] }, { ...printer, serials: ['M450-19044'] }],
    description: 'First delivery: workplaces for the unit.',
  },
  {
    key: 'EQ2', title: 'Recording equipment for the Special Unit', date: '2018-10-30', place: 'Podgorica', venue: 'Premises of the unit', recipient: 'special-unit', receiver: 'su4', rate: 1.1372, supplier: 'Foto Centar Primorje d.o.o.', order: 'PO-2018-031', purchased: '2018-10-15',
    items: [{ description: 'Voice recorder', category: 'communication', make: 'Sonora', model: 'V2', lot: 4, each: 190, warrantyYears: 2 }, { ...camera, serials: ['T300-7718', 'T300-7719'] }],
    description: 'Voice recorders were delivered as a lot without serial numbers.',
  },
  {
    key: 'EQ3', title: 'Hand-over ceremony: interview room of the Special Unit', date: '2019-02-19', place: 'Podgorica', venue: 'Premises of the unit', recipient: 'special-unit', receiver: 'su4', rate: 1.1294, supplier: 'Adria Sistemi d.o.o.', order: 'PO-2019-003', purchased: '2019-01-28',
    items: [
      { description: 'Encrypted external drive', category: 'it', make: 'Safedisk', model: 'E1', lot: 4, each: 210, warrantyYears: 3 },
      { description: 'Projector', category: 'office', make: 'Lumina', model: 'P9', serials: ['P9-33820'], each: 690, warrantyYears: 2 },
      { description: 'Interview-room furniture set', category: 'furniture', make: 'Drvo Dizajn', model: 'Set 4', lot: 1, each: 4600, warrantyYears: 5 },
    ],
    description: 'Handed over at a small ceremony in the presence of the Ministry and the Supreme Prosecutor’s Office.',
  },
  {
    key: 'EQ4', title: 'Second delivery of workplace equipment', date: '2019-05-30', place: 'Podgorica', venue: 'Premises of the unit', recipient: 'special-unit', receiver: 'su8', rate: 1.1151, supplier: 'Adria Sistemi d.o.o.', order: 'PO-2019-017', purchased: '2019-05-13',
    items: [{ ...laptop, serials: ['RX14-91405', 'RX14-91406'] }, { ...desktop, serials: ['D20-60233'] }, { ...printer, serials: ['M450-20917'] }, { ...camera, serials: ['T300-8102'] }],
    description: 'Completes the equipment of the unit.',
  },
];

export type CheckPlan = { handOver: string; at: string; checkedOn: string; /** places in the list of items, lots count as one; absent: all */ rows?: readonly number[]; /** row → what was found when not simply good and in use */ found?: Record<number, { inUse: boolean; condition: EquipmentCondition; note: string }> };

/** End-use checks three, six and twelve months after; some of the last ones are still due. */
export const checks: readonly CheckPlan[] = [
  { handOver: 'EQ1', at: '2018-10-04T09:00', checkedOn: '2018-10-03', found: { 3: { inUse: false, condition: 'good', note: 'Waiting for its software licence.' } } },
  { handOver: 'EQ1', at: '2019-01-10T09:00', checkedOn: '2019-01-09', found: { 6: { inUse: true, condition: 'worn', note: 'Paper feed replaced under warranty.' } } },
  { handOver: 'EQ2', at: '2019-02-07T09:00', checkedOn: '2019-02-06', found: { 2: { inUse: false, condition: 'damaged', note: 'Lens at the service centre; loan arranged.' } } },
  { handOver: 'EQ3', at: '2019-05-27T09:00', checkedOn: '2019-05-24', rows: [0, 1] },
  { handOver: 'EQ1', at: '2019-07-31T09:00', checkedOn: '2019-07-30', rows: [0, 1, 6] },
];
