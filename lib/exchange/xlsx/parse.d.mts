import type { ReadLimits, TableRow } from '../table';

export function parseXlsx(bytes: Uint8Array, limits: ReadLimits): Promise<TableRow[]>;
