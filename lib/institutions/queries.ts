import 'server-only';
import { sql } from 'drizzle-orm';
import { cache } from 'react';
import { database } from '@/db/client';
import type { Viewer } from '@/lib/access/viewer';
import type { InstitutionKind, InstitutionRole } from '@/lib/shared/vocabulary';

export type InstitutionNode = { id: string; parentId: string | null; kind: InstitutionKind; country: string | null; abbreviation: string | null; name: string; names: Record<string, string>; version: number };
/** The institution register as one viewer reads it: nodes by id, with the name in their language (English where it lacks one). */
export type InstitutionTree = { nodes: InstitutionNode[]; byId: Map<string, InstitutionNode>; name: (id: string | null) => string };

/** All institutions, sorted by name, in the language asked for. Any signed-in viewer may read the names of institutions. */
export const institutionTree = cache(async (_viewer: Viewer, language: string): Promise<InstitutionTree> => {
  const rows = await database().execute<Omit<InstitutionNode, 'name'>>(sql`
    select i.id, i.parent_id as "parentId", i.kind, i.country, i.abbreviation, i.version,
      coalesce((select json_object_agg(n.language, n.name) from institution_names n where n.institution_id = i.id and n.valid_to is null), '{}') as names
    from institutions i`);
  const named = rows.map((row) => ({ ...row, name: row.names[language] ?? row.names.en ?? row.abbreviation ?? '' }));
  const nodes = named.sort((a, b) => a.name.localeCompare(b.name, language === 'cnr' ? 'sr-Latn-ME' : 'en'));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return { nodes, byId, name: (id) => (id === null ? '' : (byId.get(id)?.name ?? '')) };
});

export type ProjectInstitution = { institutionId: string; role: InstitutionRole };

/** Which institutions a project lists, and as what. Empty for a project the viewer is not in. */
export async function projectInstitutionList(viewer: Viewer, projectId: string): Promise<ProjectInstitution[]> {
  if (!viewer.isAdmin && !viewer.memberships.some((membership) => membership.projectId === projectId)) return [];
  return database().execute<ProjectInstitution>(sql`select institution_id as "institutionId", role from project_institutions where project_id = ${projectId}`);
}

export type PastName = { language: string; name: string; from: string | null; to: string };

/** Names that an institution no longer has, the latest first. Any signed-in viewer may read the names of institutions. */
export async function pastNames(_viewer: Viewer, institutionId: string): Promise<PastName[]> {
  return database().execute<PastName>(sql`
    select language, name, valid_from as "from", valid_to as "to" from institution_names where institution_id = ${institutionId} and valid_to is not null order by valid_to desc, language`);
}
