'use server';
import { defineAction } from '@/lib/action';
import { removeReadingFile } from '@/lib/indicators/mutations/reading-files';
import { removeEvidence } from '../mutations';
import { removeEvidenceSchema } from '../schema';

export const removeEvidenceAction = defineAction({ name: 'evidence.remove', permission: 'records.write', schema: removeEvidenceSchema, run: removeEvidence });
export const removeReadingFileAction = defineAction({ name: 'readings.removeFile', permission: 'records.write', schema: removeEvidenceSchema, run: removeReadingFile });
