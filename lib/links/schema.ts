import * as z from 'zod';
import { id } from '@/lib/shared/fields';

/** The token as the page's address held it. Whether it is one is the link's own question, so that every wrong one reads alike. */
export const token = () => z.string({ error: 'required' }).max(200, 'invalid');

export const revokeLinkSchema = z.strictObject({ projectId: id(), linkId: id() });
