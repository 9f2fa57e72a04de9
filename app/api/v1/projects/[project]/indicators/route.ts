import { answer, inProject, malformed, readParameters } from '@/lib/exchange/api';
import { getLanguage } from '@/lib/i18n/server';
import { indicatorBreakdowns } from '@/lib/indicators/queries/breakdowns';
import { indicatorFigures } from '@/lib/indicators/queries/figures';
import { nothingSchema } from '@/lib/indicators/schema/span';

type Context = { params: Promise<{ project: string }> };

/** GET …/indicators: all indicators in matrix order with figure, parts, state and breakdowns. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return inProject((await params).project, 'figures.read', async (viewer, project) => {
    const given = readParameters(request, nothingSchema);
    if (!given.ok) return malformed(given.fieldErrors);
    const [figures, { asOf, breakdowns }] = await Promise.all([indicatorFigures(viewer, project), indicatorBreakdowns(viewer, project, await getLanguage())]);
    const indicators = figures.map((figure) => ({
      code: figure.code,
      result: figure.resultCode,
      statement: figure.statement,
      unit: figure.unit,
      method: figure.method,
      measure: figure.measure,
      direction: figure.direction,
      baseline: figure.baseline,
      baselineYear: figure.baselineYear,
      target: figure.target,
      actual: figure.actual,
      numerator: figure.numerator,
      denominator: figure.denominator,
      n: figure.n,
      expected: figure.expected,
      achievement: figure.achievement,
      status: figure.state,
      withheld: figure.withheld,
      breakdowns: breakdowns.get(figure.id) ?? { sex: null, institution: null, age: null, place: null, topic: null, topicOverlap: null },
    }));
    return answer({ project: project.slug, asOf, indicators });
  });
}
