import * as z from 'zod';
import { token } from '@/lib/links/schema';
import { oneOf, optionalOneOf } from '@/lib/shared/fields';
import { languages, notificationFrequencies } from '@/lib/shared/vocabulary';

/** How often somebody wants what is due to them in one mail, and in which language. */
export const chooseFrequencySchema = z.strictObject({ frequency: oneOf(notificationFrequencies), language: oneOf(languages) });
export type ChooseFrequencyInput = z.output<typeof chooseFrequencySchema>;

/** The same through the link at the foot of a mail. */
export const frequencyByLinkSchema = z.strictObject({ token: token(), frequency: oneOf(notificationFrequencies), language: optionalOneOf(languages) });
export type FrequencyByLinkInput = z.output<typeof frequencyByLinkSchema>;
