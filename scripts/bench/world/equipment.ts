import { depot, each, idOf, per, perProject, type Sizes, type Table, table, unitsOf, type Value } from './facts';
import { activityId, isApproved } from './numbering';

/** Hand-overs, items, custody and checks. */
export function equipmentTables(size: Sizes): Table[] {
  const handOvers = (rows: (project: number, k: number, n: number) => Iterable<Value[]>) =>
    perProject((project) => each(size.handOvers, (n) => rows(project, size.trainings + size.meetings + n, project * size.handOvers + n)));
  const upTo = (count: number) => Array.from({ length: count }, (_, slot) => slot);
  const [usual, many] = [upTo(per.items), upTo(per.items + Math.ceil(depot.items / size.handOvers))];
  const slotsOf = (project: number) => (project === depot.project ? many : usual);
  // The items of the depot come after those that every project has.
  const itemNo = (n: number, slot: number) => (slot < per.items ? n * per.items + slot : 1_000_000_000 + n * depot.items + slot);
  return [
    table(
      'hand_overs',
      'activity_id recipient_institution_id hander receiver',
      handOvers((p, k) => [[activityId(size, p, k), idOf('institution', unitsOf(p)[k % per.units] ?? 0), 'Hander', 'Receiver']]),
    ),
    table(
      'equipment_items',
      'id project_id activity_id description category make model serial_number quantity value currency usd_rate asset_tag position',
      handOvers((p, k, n) =>
        slotsOf(p).map((slot) => [
          idOf('item', itemNo(n, slot)),
          idOf('project', p),
          activityId(size, p, k),
          'Laptop',
          slot % 3 ? 'it' : 'optical',
          'Acme',
          'R1',
          `S${n}-${slot}`,
          1,
          900,
          'EUR',
          1.1,
          `BX-${p}-${String((n % size.handOvers) * slotsOf(p).length + slot + 1).padStart(5, '0')}`,
          slot,
        ]),
      ),
    ),
    // Received and passed on the same day: the receipt has nothing left, the hand-over all.
    table(
      'custody',
      'id project_id item_id previous_id kind quantity remaining since institution_id activity_id',
      handOvers((p, k, n) =>
        isApproved(k)
          ? slotsOf(p).flatMap((slot) => {
              const [receipt, item] = [idOf('custody', itemNo(n, slot) * 2), idOf('item', itemNo(n, slot))];
              const passed = [idOf('custody', itemNo(n, slot) * 2 + 1), idOf('project', p), item, receipt, 'handed_over', 1, 1, '2025-06-30', idOf('institution', unitsOf(p)[k % per.units] ?? 0), activityId(size, p, k)];
              return [[receipt, idOf('project', p), item, null, 'received', 1, 0, '2025-06-30', null, null], passed];
            })
          : [],
      ),
    ),
    table(
      'end_use_checks',
      'id item_id checked_on in_use condition recorded_by',
      handOvers((p, k, n) =>
        isApproved(k)
          ? slotsOf(p)
              .filter((slot) => slot % 2)
              .map((slot) => [idOf('check', itemNo(n, slot)), idOf('item', itemNo(n, slot)), '2025-12-20', slot % 5 > 0, 'good', idOf('user', 2)])
          : [],
      ),
    ),
  ];
}
