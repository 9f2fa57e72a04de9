import type { ProjectRole } from '@/lib/shared/vocabulary';

/** Who looks: read from the database on every request, so that a disabled or demoted account is out at once (DESIGN §2). */
export type Viewer = {
  id: string;
  email: string;
  name: string;
  isAdmin: boolean;
  memberships: { projectId: string; role: ProjectRole }[];
};
