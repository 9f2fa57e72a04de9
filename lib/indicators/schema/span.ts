import * as z from 'zod';
import { calendarDate } from '@/lib/shared/fields';

/** Query of `GET …/people-counts`: two days, both included; without them the whole project. */
export const spanSchema = z
  .strictObject({ from: calendarDate().optional(), to: calendarDate().optional() })
  .refine(({ from, to }) => !from || !to || from <= to, { path: ['to'], message: 'endBeforeStart' })
  .transform(({ from, to }) => ({ from: from ?? null, to: to ?? null }));

/** Query of a route that takes no parameters. */
export const nothingSchema = z.strictObject({});

/** Query of `GET …/export/iati.xml`: with breakdowns by sex and institution, or without (the default). */
export const iatiSchema = z.strictObject({ breakdowns: z.enum(['all', 'none'], 'invalidChoice').default('none') });
