import 'server-only';
import type { Viewer } from '@/lib/access/viewer';
import { institutionTree, type InstitutionTree, projectInstitutionList } from '@/lib/institutions/queries';
import { pathTo, withUnits } from '@/lib/institutions/rules';
import type { Language } from '@/lib/shared/vocabulary';
import { chosen, listedUnits, summaries, type UnitCapacity, unitCapacity, type UnitSummary } from '../rules/capacity';
import { capacityPeople, type RetainedShare, retainedShares, trainingTopicsOf } from './capacity';

type Project = { id: string; today: string; attendanceThreshold: string };
export type CapacityAsked = { institution?: string; topic?: string; trained?: string };
/** The screen of retained capacity: units of the project, and one of them person by person. */
export type CapacityView = UnitCapacity & { tree: InstitutionTree; institutionId: string | null; topic: string | null; topics: string[]; /** the topics of the matrix: all, or the one asked for */ columns: string[]; units: UnitSummary[]; shares: RetainedShare[] };

/** Retained capacity as asked for in the address; the unit asked for, else the first of the list. */
export async function capacityView(viewer: Viewer, project: Project, language: Language, asked: CapacityAsked): Promise<CapacityView> {
  const [people, topics, shares, tree, listed] = await Promise.all([capacityPeople(viewer, project), trainingTopicsOf(viewer, project), retainedShares(viewer, project), institutionTree(viewer, language), projectInstitutionList(viewer, project.id)]);
  const counterparts = listed.filter(({ role }) => role === 'counterpart').map(({ institutionId }) => institutionId);
  const units = listedUnits(counterparts, { path: (id) => pathTo(tree.byId, id), below: (id) => withUnits(tree.nodes, id) });
  const institutionId = asked.institution && tree.byId.has(asked.institution) ? asked.institution : (units[0]?.institutionId ?? null);
  const topic = topics.find((one) => one === asked.topic) ?? null;
  const trained = asked.trained === 'yes' || asked.trained === 'no' ? asked.trained : null;
  const { inPost, gone } = unitCapacity(people, institutionId ? withUnits(tree.nodes, institutionId) : new Set());
  return { tree, institutionId, topic, topics, columns: topic ? [topic] : topics, units: summaries(people, units, topic), shares, inPost: chosen(inPost, topic, trained), gone: chosen(gone, topic, topic ? 'yes' : null) };
}
