import type { ProjectInstitution } from '@/lib/institutions/queries';
import { aroundThem } from '@/lib/institutions/rules';

type Named = { id: string; parentId: string | null; name: string };

/** Institutions of a project as choices, units indented below what they belong to. */
export const institutionChoices = (nodes: readonly Named[], listed: readonly Pick<ProjectInstitution, 'institutionId'>[]) =>
  aroundThem(nodes, listed.map(({ institutionId }) => institutionId)).map(({ node, depth }) => ({ value: node.id, label: `${'\u2003'.repeat(depth)}${node.name}` }));
