import type { ReadLimits, TableRow } from '../table';

export function parseCsv(bytes: Uint8Array, limits: ReadLimits): TableRow[];
