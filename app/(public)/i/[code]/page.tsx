import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { FoundItem } from '@/components/labels/found-item';
import { PlainShell } from '@/components/shell/app-shell';
import { getViewer } from '@/lib/auth/viewer';
import { labelTarget } from '@/lib/equipment/queries/labels';
import { itemOfCode } from '@/lib/equipment/rules/labels';

type Props = { params: Promise<{ code: string }> };

// Nothing in the head either: not the item, not the project.
export const metadata: Metadata = { robots: { index: false, follow: false } };

export default async function LabelPage({ params }: Props) {
  const { code } = await params;
  const itemId = itemOfCode(code);
  const target = itemId && (await labelTarget(await getViewer(), itemId));
  if (!target) notFound();
  if ('path' in target) redirect(target.path);
  return (
    <PlainShell>
      <FoundItem owner={target.owner} contact={target.contact} code={code} />
    </PlainShell>
  );
}
