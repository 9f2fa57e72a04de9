'use server';
import { defineOwnAction } from '@/lib/action';
import { defineLinkAction } from '@/lib/link-action';
import { chooseByLink, chooseFrequency } from './mutations/choose';
import { chooseFrequencySchema, frequencyByLinkSchema } from './schema';

export const chooseFrequencyAction = defineOwnAction({ name: 'notifications.choose', schema: chooseFrequencySchema, run: chooseFrequency });
export const chooseByLinkAction = defineLinkAction({ name: 'notifications.chooseByLink', purpose: 'mail_settings', schema: frequencyByLinkSchema, run: chooseByLink });
