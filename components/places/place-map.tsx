import { useTranslations } from 'next-intl';
import type { PlaceLine } from '@/lib/places/queries';
import { drawMap, type Outline, type Point, radius } from '@/lib/places/rules';

type Placed = PlaceLine & { name: string; lat: number; lon: number };
const placed = (lines: readonly PlaceLine[]) => lines.filter((line): line is Placed => line.lat !== null && line.lon !== null && line.name !== null);

/** Towns as points whose area tells how many activities they saw, over the outlines of their countries. Drawn on the server; the table beside it says the same. */
export function PlaceMap({ lines, outlines }: { lines: PlaceLine[]; outlines: readonly Outline[] }) {
  const t = useTranslations('places');
  const towns = placed(lines);
  const map = drawMap(outlines, towns.map(({ lon, lat }): Point => [lon, lat]));
  if (!map) return <p className="text-soft">{t('noMap')}</p>;
  const most = Math.max(...towns.map(({ total }) => total));
  return (
    <figure>
      <svg viewBox={`0 0 ${map.width} ${map.height}`} className="h-auto w-full overflow-hidden rounded-md bg-sunken" role="img" aria-label={t('mapLabel', { places: towns.map(({ name, total }) => `${name} ${total}`).join(', ') })}>
        {map.shapes.map((shape) => <path key={shape.name} d={shape.path} className={`${shape.own ? 'fill-surface' : 'fill-line'} stroke-edge`} strokeWidth="0.8" />)}
        {towns.map((town) => {
          const { x, y } = map.at([town.lon, town.lat]);
          const r = radius(town.total, most);
          return (
            <g key={`${town.name} ${x}`}>
              <circle cx={x} cy={y} r={r} className="fill-series-1 stroke-surface" fillOpacity="0.75" />
              <text x={x} y={y - r - 4} textAnchor="middle" className="fill-ink stroke-surface text-[16px] [paint-order:stroke] [stroke-width:3px] max-sm:text-[25px]">{town.name}</text>
            </g>
          );
        })}
      </svg>
      <figcaption className="mt-1 text-xs text-soft">{t('source')}</figcaption>
    </figure>
  );
}
