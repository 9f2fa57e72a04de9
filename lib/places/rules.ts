/** Longitude and latitude. */
export type Point = readonly [number, number];
export type Ring = readonly Point[];
/** A country's outline as rings; holes are rings like others. */
export type Outline = { name: string; rings: readonly Ring[] };
export type Box = { west: number; south: number; east: number; north: number };

const boxOf = (points: readonly Point[]): Box => ({ west: Math.min(...points.map(([x]) => x)), south: Math.min(...points.map(([, y]) => y)), east: Math.max(...points.map(([x]) => x)), north: Math.max(...points.map(([, y]) => y)) });
const grown = ({ west, south, east, north }: Box, by: number): Box => ({ west: west - by, south: south - by, east: east + by, north: north + by });
const meets = (a: Box, b: Box): boolean => a.west <= b.east && a.east >= b.west && a.south <= b.north && a.north >= b.south;
const joined = (boxes: readonly Box[]): Box => ({ west: Math.min(...boxes.map((box) => box.west)), south: Math.min(...boxes.map((box) => box.south)), east: Math.max(...boxes.map((box) => box.east)), north: Math.max(...boxes.map((box) => box.north)) });

/** Does the point lie within the rings? By counting how often a line to the east leaves or enters. */
export function holds(rings: readonly Ring[], [x, y]: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let at = 0, before = ring.length - 1; at < ring.length; before = at, at += 1) {
      const [[ax, ay], [bx, by]] = [ring[at] as Point, ring[before] as Point];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}

export type MapShape = { name: string; path: string; /** holds a place */ own: boolean };
export type MapDrawing = { width: number; height: number; shapes: MapShape[]; at: (point: Point) => { x: number; y: number } };

const width = 720;

// What lies far outside is drawn along the edge, and points that nobody could tell apart are one: a map is a few kilobytes instead of a hundred.
const kept = ([x, y]: Point, box: Box): Point => [Math.min(box.east, Math.max(box.west, x)), Math.min(box.north, Math.max(box.south, y))];
function thinned(points: readonly { x: number; y: number }[]): { x: number; y: number }[] {
  const left: { x: number; y: number }[] = [];
  for (const point of points) {
    const last = left.at(-1);
    if (!last || Math.abs(point.x - last.x) + Math.abs(point.y - last.y) >= 1.5) left.push(point);
  }
  return left;
}

/**
 * A map of some points: the countries in which they lie with what surrounds them, drawn so that degrees are as long east as north in the middle. A country
 * that is far larger than the spread of its points is cut to these. Null without a point.
 */
export function drawMap(outlines: readonly Outline[], points: readonly Point[]): MapDrawing | null {
  if (points.length === 0) return null;
  const spread = boxOf(points);
  const own = outlines.filter(({ rings }) => points.some((point) => holds(rings, point)));
  const near = grown(spread, Math.max(1, (spread.east - spread.west) * 0.6));
  const lands = own.map(({ rings }) => boxOf(rings.flat())).filter((box) => box.east - box.west <= 3 * (near.east - near.west) && box.north - box.south <= 3 * (near.north - near.south));
  const view = grown(lands.length > 0 ? joined([spread, ...lands]) : near, 0.25);
  const shrink = Math.cos((((view.north + view.south) / 2) * Math.PI) / 180);
  const scale = width / ((view.east - view.west) * shrink);
  const at = ([lon, lat]: Point) => ({ x: Math.round((lon - view.west) * shrink * scale * 10) / 10, y: Math.round((view.north - lat) * scale * 10) / 10 });
  const seen = grown(view, 1);
  const path = (rings: readonly Ring[]) => rings.filter((ring) => meets(boxOf(ring), seen)).map((ring) => `M${thinned(ring.map((point) => at(kept(point, seen)))).map(({ x, y }) => `${x} ${y}`).join('L')}Z`).join('');
  const shapes = outlines.map((outline) => ({ name: outline.name, path: path(outline.rings), own: own.includes(outline) })).filter((shape) => shape.path !== '');
  return { width, height: Math.round((view.north - view.south) * scale), shapes, at };
}

/** The radius of a point that stands for n of at most `most`: its area tells the number, and the smallest can still be seen. */
export const radius = (n: number, most: number): number => Math.round(Math.max(4, 20 * Math.sqrt(n / Math.max(1, most))) * 10) / 10;
