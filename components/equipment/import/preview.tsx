'use client';
import { ImportPreview } from '@/components/import/preview';
import type { PreviewRow } from '@/components/import/types';
import { commitItemsAction } from '@/lib/equipment/actions';

type Props = { projectId: string; importId: string; digest: string; rows: PreviewRow[]; back: string };

/** The preview of an equipment list, and its commit. */
export const ItemPreview = ({ projectId, importId, digest, rows, back }: Props) => (
  <ImportPreview key={digest} rows={rows} back={back} commit={(choices) => commitItemsAction({ projectId, importId, digest, choices })} />
);
