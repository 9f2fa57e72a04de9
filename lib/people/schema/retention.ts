import * as z from 'zod';
import { calendarDate, id, requiredText } from '@/lib/shared/fields';

const persons = () => z.array(id()).min(1).max(500);

/** Erases the identity of people before their date, or because the date has passed; somebody says why. */
export const anonymiseSchema = z.strictObject({ projectId: id(), personIds: persons(), reason: requiredText(1000) });
export type AnonymiseInput = z.output<typeof anonymiseSchema>;

/** Keeps people longer, or less long; somebody says on what ground. */
export const keepUntilSchema = z.strictObject({ projectId: id(), personIds: persons(), retainUntil: calendarDate(), reason: requiredText(1000) });
export type KeepUntilInput = z.output<typeof keepUntilSchema>;

/** A person asked for their own data: by what request. */
export const exportPersonSchema = z.strictObject({ projectId: id(), personId: id(), reason: requiredText(1000) });
export type ExportPersonInput = z.output<typeof exportPersonSchema>;

type Texts = Record<string, string | number | boolean | null>;
/** Everything held about one person, as it is handed to them. */
export type PersonData = { exportedAt: string; person: Texts; posts: Texts[]; activities: Texts[]; actionPoints: Texts[]; followUps: Texts[]; certificates: Texts[]; equipment: Texts[]; mergedRecords: Texts[]; changes: { at: string; action: string; fields: string[] }[]; elsewhere: number };
