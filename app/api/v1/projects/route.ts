import { answer, asViewer, malformed, readParameters } from '@/lib/exchange/api';
import { portfolio } from '@/lib/indicators/queries/portfolio';
import { nothingSchema } from '@/lib/indicators/schema/span';

/** GET /api/v1/projects: the projects that the viewer may see, with status, period, budget and progress. */
export async function GET(request: Request): Promise<Response> {
  return asViewer(async (viewer) => {
    const given = readParameters(request, nothingSchema);
    if (!given.ok) return malformed(given.fieldErrors);
    const projects = (await portfolio(viewer)).map(({ states, indicators, trained, participations, ...project }) => ({
      ...project,
      indicators: { total: indicators, ...states },
      peopleTrained: trained,
      participations,
    }));
    return answer({ projects });
  });
}
