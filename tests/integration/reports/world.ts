import { createReport, saveReportSections } from '@/lib/reports/mutations/draft';
import { issueReport } from '@/lib/reports/mutations/issue';
import { newId } from '@/lib/shared/ids';
import type { Language } from '@/lib/shared/vocabulary';
import type { World } from '../../support/builders';

type Draft = { id: string; version: number };

/** A draft on the first period (or another) with the texts given. */
export async function aDraft(world: World, sections: Record<string, string> = { summary: 'It went well.' }, options: { periodId?: string; language?: Language } = {}): Promise<Draft> {
  const { periodId = world.periods.first, language = 'en' } = options;
  const id = newId();
  const made = await world.as(world.manager, (work) => createReport(work, { projectId: world.projectId, id, periodId, kind: 'interim', language, title: 'Interim report' }));
  return write(world, { id, version: made.version }, sections);
}

export const write = (world: World, draft: Draft, sections: Record<string, string>): Promise<Draft> =>
  world.as(world.manager, (work) => saveReportSections(work, { projectId: world.projectId, reportId: draft.id, version: draft.version, sections }));

export const issue = (world: World, draft: Draft, correction: string | null = null, verificationCode?: string) =>
  world.as(world.manager, (work) => issueReport(work, { projectId: world.projectId, reportId: draft.id, version: draft.version, correction }, { verificationCode }));

/** The refusal of a promise that must fail. */
export const failure = (promise: Promise<unknown>) => promise.then(() => null, (error: { failure?: { reason: string; fieldErrors?: Record<string, string>; current?: unknown } }) => error.failure ?? error);
