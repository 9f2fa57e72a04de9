import type { ProjectInstitution } from '@/lib/institutions/queries';
import { aroundThem, inTreeOrder, isListed } from '@/lib/institutions/rules';

type Named = { id: string; parentId: string | null; name: string };

/** Institutions of a project as choices, units indented below what they belong to. */
export const institutionChoices = (nodes: readonly Named[], listed: readonly Pick<ProjectInstitution, 'institutionId'>[]) =>
  aroundThem(nodes, listed.map(({ institutionId }) => institutionId)).map(({ node, depth }) => ({ value: node.id, label: `${'\u2003'.repeat(depth)}${node.name}` }));

/** Institutions that neither stand on the project's list nor belong to one that does; none while the list is empty. */
export function unlisted(nodes: readonly Named[], listed: readonly Pick<ProjectInstitution, 'institutionId'>[]): string[] {
  const [ids, byId] = [new Set(listed.map(({ institutionId }) => institutionId)), new Map(nodes.map((node) => [node.id, node]))];
  return ids.size === 0 ? [] : nodes.map(({ id }) => id).filter((id) => !isListed(byId, id, ids));
}

const mostOthers = 500;
/** The same, and below them the institutions that the project does not list, so that one of those can be named and then be added; `off` says which they are. */
export function choicesWithOthers(nodes: readonly Named[], listed: readonly Pick<ProjectInstitution, 'institutionId'>[], others: string): { options: { value: string; label: string }[]; off: string[] } {
  const own = institutionChoices(nodes, listed);
  const shown = new Set(own.map(({ value }) => value));
  const rest = inTreeOrder(nodes).filter(({ node }) => !shown.has(node.id)).slice(0, mostOthers).map(({ node }) => ({ value: node.id, label: `${node.name} (${others})` }));
  return { options: [...own, ...rest], off: unlisted(nodes, listed) };
}
