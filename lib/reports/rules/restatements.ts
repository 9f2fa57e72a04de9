export type Amount = { numerator: number; denominator: number | null };
/**
 * One earlier period of one series. `reported`: as last issued, else as frozen at closing; null: neither. `raw`: what its records say now.
 * `shown`: what the period's column says now (frozen where it was closed). `listed`: periods whose correction its issued report already shows.
 */
export type EarlierPeriod = { id: string; reported: Amount | null; raw: Amount; shown: Amount; listed: readonly string[] };
export type Correction = { periodId: string; reported: Amount; corrected: Amount };

const near = (a: number, b: number) => Math.abs(a - b) < 1e-6;
const gap = ({ reported, corrected }: Correction): Amount => ({ numerator: corrected.numerator - reported.numerator, denominator: (corrected.denominator ?? 0) - (reported.denominator ?? 0) });
const isSumOf = (amount: Amount, corrections: readonly Correction[]) =>
  corrections.length > 0 && near(amount.numerator, sum(corrections, (one) => gap(one).numerator)) && near(amount.denominator ?? 0, sum(corrections, (one) => gap(one).denominator ?? 0));
const sum = (corrections: readonly Correction[], part: (one: Correction) => number) => corrections.reduce((total, one) => total + part(one), 0);
/** What the period shows beyond its own records. */
const surplus = (reported: Amount, raw: Amount): Amount => ({ numerator: reported.numerator - raw.numerator, denominator: (reported.denominator ?? 0) - (raw.denominator ?? 0) });
const isZero = (amount: Amount) => near(amount.numerator, 0) && near(amount.denominator ?? 0, 0);

/**
 * Corrections of earlier periods that no report has shown yet (DOMAIN §1 restatement, §2.3). Periods come in order of time. A period that shows more
 * than its own records by exactly what was outstanding has taken those corrections in; anything else is a correction of that period itself.
 */
export function outstanding(earlier: readonly EarlierPeriod[]): Correction[] {
  let open: Correction[] = [];
  for (const { id, reported, raw, listed } of earlier) {
    if (reported === null) continue;
    const shown = open.filter((one) => listed.includes(one.periodId));
    const rest = open.filter((one) => !shown.includes(one));
    const more = surplus(reported, raw);
    if (isSumOf(more, open)) open = [];
    else open = isZero(more) || isSumOf(more, shown) ? rest : [...rest, { periodId: id, reported, corrected: raw }];
  }
  return open;
}

/** The corrections that the report of a period shows. A period closed without them holds only those that moved the earlier column itself; the others wait for the next one. */
export function restatementsIn(earlier: readonly EarlierPeriod[], own: { frozen: Amount | null; raw: Amount }): Correction[] {
  const open = outstanding(earlier);
  if (own.frozen === null || isSumOf(surplus(own.frozen, own.raw), open)) return open;
  return open.filter(({ periodId, reported }) => earlier.some((period) => period.id === periodId && !isZero(surplus(reported, period.shown))));
}
