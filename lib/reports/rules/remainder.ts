import { exact } from '@/lib/indicators/rules/grid';
import type { EquipmentLine } from './content';

type Sums = Pick<EquipmentLine, 'period' | 'cumulative' | 'valueUsd'>;

/** What is left of the totals beyond the lines of a register, or null where they add up (DOMAIN §2.6). */
export function remainder(lines: readonly Sums[], total: Sums): Sums | null {
  // + 0: a rest of minus nothing is nothing
  const left = (part: keyof Sums) => exact(total[part] - lines.reduce((sum, line) => sum + line[part], 0)) + 0;
  const rest = { period: left('period'), cumulative: left('cumulative'), valueUsd: left('valueUsd') };
  return Object.values(rest).some((value) => value !== 0) ? rest : null;
}
