type Approved = { id: string; approvedQuantity: number | null; approvedUsd: number };
type Delivery = { lineId: string | null; items: number; registeredUsd: number; unvalued: number; delivered: number; deliveredUsd: number; deliveredUnvalued: number };

/** What was delivered under a line less what was approved; `quantity` null where the budget names no number, `usd` null where the value of something delivered is not recorded. */
export type Difference = { quantity: number | null; usd: number | null };
type Delivered = Pick<Delivery, 'deliveredUsd' | 'deliveredUnvalued'>;
export type ComparedLine<L> = { line: L; delivery: Delivery; difference: Difference; /** differs, and nobody said why */ unexplained: boolean };

const none = (lineId: string): Delivery => ({ lineId, items: 0, registeredUsd: 0, unvalued: 0, delivered: 0, deliveredUsd: 0, deliveredUnvalued: 0 });
const cents = (value: number) => Math.round(value * 100) / 100;

/** The value of what was delivered less what was approved; null where part of it is not known. */
export const differenceUsd = (delivered: Delivered, approved: number): number | null => (delivered.deliveredUnvalued > 0 ? null : cents(delivered.deliveredUsd - approved));

/** Delivered against approved, line by line (issue 4, coherence), in USD at the rates recorded with line and item. */
export function compareBudget<L extends Approved & { differenceReason: string | null }>(lines: readonly L[], deliveries: readonly Delivery[]): ComparedLine<L>[] {
  return lines.map((line) => {
    const delivery = deliveries.find((one) => one.lineId === line.id) ?? none(line.id);
    const difference = { quantity: line.approvedQuantity === null ? null : delivery.delivered - line.approvedQuantity, usd: differenceUsd(delivery, line.approvedUsd) };
    return { line, delivery, difference, unexplained: ((difference.usd ?? 0) !== 0 || (difference.quantity ?? 0) !== 0) && !line.differenceReason };
  });
}
