'use server';
import { defineAction } from '@/lib/action';
import { revokeLink } from './mutations';
import { revokeLinkSchema } from './schema';

export const revokeLinkAction = defineAction({ name: 'links.revoke', permission: 'records.write', schema: revokeLinkSchema, run: revokeLink });
