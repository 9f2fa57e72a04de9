'use server';
import { defineAction } from '@/lib/action';
import { removeEvidence } from '../mutations';
import { removeEvidenceSchema } from '../schema';

export const removeEvidenceAction = defineAction({ name: 'evidence.remove', permission: 'records.write', schema: removeEvidenceSchema, run: removeEvidence });
