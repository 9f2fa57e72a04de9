import 'server-only';
import { sql } from 'drizzle-orm';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import world from 'world-atlas/countries-50m.json';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import type { Outline, Ring } from './rules';

export type PlaceLine = {
  /** null: activities without a place */
  name: string | null;
  country: string | null;
  lat: number | null;
  lon: number | null;
  trainings: number;
  handOvers: number;
  meetings: number;
  total: number;
};

/** Where approved, completed activities took place, the busiest place first. Places are towns: no venue stands here, for nobody (DOMAIN §5). */
export async function activityPlaces(viewer: Viewer, project: { id: string; today: string }): Promise<PlaceLine[]> {
  if (!may(rolesIn(viewer, project.id), 'figures.read')) return [];
  return database().execute<PlaceLine>(sql`
    select p.name, p.country, p.lat, p.lon, (count(*) filter (where a.kind = 'training'))::int as trainings, (count(*) filter (where a.kind = 'equipment'))::int as "handOvers",
      (count(*) filter (where a.kind = 'meeting'))::int as meetings, count(*)::int as total
    from activities a left join places p on p.id = a.place_id
    where a.project_id = ${project.id} and a.review_state = 'approved' and a.implementation = 'completed' and a.on_date <= ${project.today}
    group by p.id order by p.id is null, total desc, p.name`);
}

let drawn: Outline[] | undefined;

/** The outlines of all countries (Natural Earth 1:50 million, public domain), unpacked when the first map is drawn. */
export function outlines(): readonly Outline[] {
  drawn ??= unpacked();
  return drawn;
}

function unpacked(): Outline[] {
  const topology = world as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  return feature(topology, topology.objects.countries).features.flatMap(({ geometry, properties }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
    return [{ name: properties.name, rings: polygons.flat() as unknown as Ring[] }];
  });
}
