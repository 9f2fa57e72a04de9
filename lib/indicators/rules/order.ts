/** Orders codes as the matrix stands: what belongs to a result itself before what stands below it (1.a, 1.b, 1.1.a), and 1.2 before 1.10. */
export function byCode(a: string, b: string): number {
  const [one, other] = [a.split('.'), b.split('.')];
  for (let at = 0; at < Math.max(one.length, other.length); at += 1) {
    const order = bySegment(one[at], other[at]);
    if (order !== 0) return order;
  }
  return 0;
}

const isNumber = (segment: string) => /^\d+$/.test(segment);

function bySegment(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  if (isNumber(a) && isNumber(b)) return Number(a) - Number(b);
  if (isNumber(a) !== isNumber(b)) return isNumber(a) ? 1 : -1;
  // Letters go on after z: aa stands behind z.
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
