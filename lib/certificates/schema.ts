import * as z from 'zod';
import { id, requiredText } from '@/lib/shared/fields';

/** Certificates for some of the people of one training, at the version of the record that was seen. */
export const issueCertificatesSchema = z.strictObject({
  projectId: id(),
  activityId: id(),
  version: z.number().int().positive(),
  participantIds: z.array(id()).min(1, 'tooFew:1').max(1000, 'tooMany:1000'),
});
export type IssueCertificatesInput = z.output<typeof issueCertificatesSchema>;

export const revokeCertificateSchema = z.strictObject({ projectId: id(), certificateId: id(), reason: requiredText(1000) });
export type RevokeCertificateInput = z.output<typeof revokeCertificateSchema>;
