import * as z from 'zod';
import { createActionPointSchema } from '@/lib/action-points/schema';
import { calendarDate, id, oneOf, optionalText } from '@/lib/shared/fields';
import { equipmentConditions } from '@/lib/shared/vocabulary';

// What is found in one place on one day, for all items looked at there.
const place = { checkedOn: calendarDate(), usedBy: optionalText(200), location: optionalText(200), note: optionalText(2000) };

/** What somebody found when checking an item in the field. */
export const recordCheckSchema = z.strictObject({ projectId: id(), id: id(), itemId: id(), inUse: z.boolean({ error: 'required' }), condition: oneOf(equipmentConditions), ...place });
export type RecordCheckInput = z.output<typeof recordCheckSchema>;

/** One item of a round. Ids of checks are made where they are typed, so that a second send is the same check. */
const checkedItem = z.strictObject({ id: id(), itemId: id(), inUse: oneOf(['yes', 'no']), condition: oneOf(equipmentConditions) });

/** A round: one item, or all those of a room. This is what the form holds; photos travel beside it. */
export const checkRoundSchema = z.strictObject({ projectId: id(), id: id(), items: z.array(checkedItem).min(1, 'itemsRequired').max(200, 'tooMany:200'), ...place });
export type CheckRound = z.input<typeof checkRoundSchema>;

export const mostPhotos = 4;
/** What the server itself made of a photo, never what the browser says. */
const photo = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/, 'invalid'), size: z.number().int().positive(), mediaType: z.string().min(1).max(100), width: z.number().int().positive(), height: z.number().int().positive() });
export const recordChecksSchema = checkRoundSchema.extend({ photos: z.array(photo).max(mostPhotos, `tooMany:${mostPhotos}`) });
export type RecordChecksInput = z.output<typeof recordChecksSchema>;

/** An action point about an item whose check is overdue or failed. */
export const raiseActionPointSchema = createActionPointSchema.omit({ involvedIds: true, activityId: true }).extend({ itemId: id() });
export type RaiseActionPointInput = z.output<typeof raiseActionPointSchema>;
