'use server';
import { defineAction } from '@/lib/action';
import { defineLinkAction } from '@/lib/link-action';
import { askSignature, signByLink, signOnScreen } from './mutations/sign';
import { askSignatureSchema, signByLinkSchema, signOnScreenSchema } from './schema';

export const signOnScreenAction = defineAction({ name: 'signing.signOnScreen', permission: 'records.write', schema: signOnScreenSchema, creates: true, run: signOnScreen });
export const askSignatureAction = defineAction({ name: 'signing.askSignature', permission: 'records.write', schema: askSignatureSchema, run: askSignature });

export const signByLinkAction = defineLinkAction({ name: 'signing.signByLink', purpose: 'hand_over_signature', schema: signByLinkSchema, run: signByLink });
