import type { ReactNode } from 'react';
import { requireAdmin } from '@/lib/auth/viewer';

/** Administration does not exist for anybody else; every page below asks again, because a layout is not run for each of them. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  await requireAdmin();
  return children;
}
