import type { MessageKey } from '@/lib/shared/result';
import { labelPath } from './labels';

/** What to tell where another item has the serial number already (issue 4): which one and where it stands, for who may see it; another project's is not named to anybody else. */
export const serialTakenBy = (other: { id: string; assetTag: string }, visible: boolean): MessageKey => (visible ? `serialTakenBy:${other.assetTag}@${labelPath(other.id)}` : 'serialTaken');
