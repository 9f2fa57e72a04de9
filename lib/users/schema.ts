import * as z from 'zod';
import { email, id, oneOf, requiredText } from '@/lib/shared/fields';
import { projectRoles } from '@/lib/shared/vocabulary';

const password = z.string().min(10, 'tooShort:10').max(200, 'tooLong:200');

const optionalPassword = z
  .string()
  .max(200, 'tooLong:200')
  .refine((text) => text === '' || text.length >= 10, 'tooShort:10')
  .nullish()
  .transform((text) => text || null);

/** A new account. Without a password it signs in through the organisation only. */
export const createUserSchema = z.strictObject({ id: id(), email: email(), name: requiredText(200), isAdmin: z.boolean().default(false), password: optionalPassword });
export const setPasswordSchema = z.strictObject({ userId: id(), password });
export const setUserDisabledSchema = z.strictObject({ userId: id(), disabled: z.boolean() });
export const setUserAdminSchema = z.strictObject({ userId: id(), isAdmin: z.boolean() });
/** role null takes the member off the project. */
export const setMembershipSchema = z.strictObject({ projectId: id(), email: email(), role: oneOf(projectRoles).nullable() });

export type CreateUserInput = z.output<typeof createUserSchema>;
export type SetMembershipInput = z.output<typeof setMembershipSchema>;
