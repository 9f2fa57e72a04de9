import type { Manifest } from './archive.mjs';

export function archiveCommand(
  name: 'backup' | 'restore',
  action: (place: { url: string; dataDir: string; folder: string }) => Promise<Manifest>,
): Promise<void>;
