import type { ProjectRole } from '@/lib/shared/vocabulary';

/** What a viewer is to one project; 'admin' is a role over everything (DOMAIN §4). */
export type Role = 'admin' | ProjectRole;

/** The permission table of DOMAIN §4 as plain data: actions, queries and the screens all read this one. */
const table = {
  'users.write': ['admin'],
  'institutions.write': ['admin'],
  'projects.write': ['admin'],
  'plan.write': ['admin', 'manager'],
  'plan.read': ['admin', 'manager', 'staff', 'donor'],
  'records.read': ['admin', 'manager', 'staff'],
  'records.write': ['manager', 'staff'],
  'certificates.revoke': ['manager'],
  'people.read': ['admin', 'manager', 'staff'],
  'people.merge': ['admin', 'manager'],
  'people.anonymise': ['admin', 'manager'],
  'people.export': ['admin', 'manager'],
  'review.queue': ['admin', 'manager', 'staff'],
  'review.approve': ['admin', 'manager'],
  'periods.close': ['manager'],
  'reports.write': ['manager'],
  'reports.read': ['admin', 'manager', 'staff', 'donor'],
  'figures.read': ['admin', 'manager', 'staff', 'donor'],
  'settings.read': ['admin', 'manager', 'staff'],
  'audit.read': ['admin', 'manager', 'staff'],
  'audit.readAll': ['admin', 'manager'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof table;
export const permissions = Object.keys(table) as Permission[];

/** May a viewer with these roles in the project do this? No roles: no. */
export const may = (roles: readonly Role[], permission: Permission): boolean => roles.some((role) => (table[permission] as readonly Role[]).includes(role));
/** The roles that hold a permission, for queries that scope by role. */
export const rolesWith = (permission: Permission): readonly Role[] => table[permission];

/** Donors see aggregates only: small cells hidden, no names (DOMAIN §5). True unless another role shows them more. */
export const seesOnlyAggregates = (roles: readonly Role[]): boolean => !may(roles, 'records.read');

/** Roles of a viewer in one project, from what getViewer() read. */
export function rolesIn(viewer: { isAdmin: boolean; memberships: readonly { projectId: string; role: ProjectRole }[] }, projectId: string): Role[] {
  const member = viewer.memberships.filter((membership) => membership.projectId === projectId).map((membership) => membership.role);
  return viewer.isAdmin ? ['admin', ...member] : member;
}
