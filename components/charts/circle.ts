export type CirclePoint = { id: string; x: number; y: number };
export type CircleLine = { a: string; b: string; path: string; width: number };

const round = (value: number) => Math.round(value * 100) / 100;

/**
 * A network on a circle: points in the order given, the first on top, then clockwise; between two points with a weight a line that bends towards the
 * middle, as thick as the weight says (the thinnest first, so that strong ones lie on top). The same input gives the same picture to the last digit.
 */
export function circleLayout(ids: readonly string[], weight: (a: string, b: string) => number, box: { size: number; margin: number; thickest: number }): { points: CirclePoint[]; lines: CircleLine[] } {
  const middle = box.size / 2;
  const points = ids.map((id, index) => {
    const angle = (2 * Math.PI * index) / ids.length - Math.PI / 2;
    return { id, x: round(middle + (middle - box.margin) * Math.cos(angle)), y: round(middle + (middle - box.margin) * Math.sin(angle)) };
  });
  const pairs = points.flatMap((a, index) => points.slice(index + 1).map((b) => ({ a, b, weight: weight(a.id, b.id) }))).filter((pair) => pair.weight > 0);
  const highest = Math.max(1, ...pairs.map((pair) => pair.weight));
  const bend = (from: number, to: number) => round(((from + to) / 2) * 0.6 + middle * 0.4);
  const lines = [...pairs]
    .sort((one, other) => one.weight - other.weight)
    .map(({ a, b, weight: heavy }) => ({ a: a.id, b: b.id, path: `M${a.x} ${a.y}Q${bend(a.x, b.x)} ${bend(a.y, b.y)} ${b.x} ${b.y}`, width: round(1 + ((box.thickest - 1) * heavy) / highest) }));
  return { points, lines };
}
