import * as z from 'zod';
import { token } from '@/lib/links/schema';
import { id, oneOf, optionalText, requiredText } from '@/lib/shared/fields';
import { languages, signatureParties } from '@/lib/shared/vocabulary';

const sha = () => z.string({ error: 'required' }).regex(/^[0-9a-f]{64}$/, 'invalid');

// What the signer says, on a screen as behind a link.
const signed = {
  /** fingerprint of what stood on the page: another text cannot be signed unseen */
  contentSha: sha(),
  language: oneOf(languages),
  signerName: requiredText(200),
  signerPost: optionalText(200),
  onBehalfOf: optionalText(200),
  reason: optionalText(1000),
  /** the drawing as a data URL; '' where the name is typed instead */
  drawing: z.string().max(210_000, 'drawingInvalid').nullish().transform((text) => text || null),
  typed: z.literal('yes').or(z.literal('')).nullish(),
  accepted: z.literal('yes', { error: 'acceptRequired' }),
};

type Signed = { onBehalfOf: string | null; reason: string | null; drawing: string | null; typed?: '' | 'yes' | null };
/** Drawn or typed, one of them; for somebody else only with the reason. */
function checkSigned({ value, issues }: { value: Signed; issues: z.core.$ZodRawIssue[] }): void {
  const missing = (field: string, message: string) => issues.push({ code: 'custom', message, path: [field], input: value });
  if (!value.drawing && value.typed !== 'yes') missing('drawing', 'drawingRequired');
  if (value.onBehalfOf && !value.reason) missing('reason', 'reasonRequired');
  if (value.reason && !value.onBehalfOf) missing('onBehalfOf', 'behalfRequired');
}

export const signOnScreenSchema = z.strictObject({ projectId: id(), id: id(), activityId: id(), party: oneOf(signatureParties), ...signed }).check(checkSigned);
export type SignOnScreenInput = z.output<typeof signOnScreenSchema>;

export const signByLinkSchema = z.strictObject({ token: token(), ...signed }).check(checkSigned);
export type SignByLinkInput = z.output<typeof signByLinkSchema>;

export const askSignatureSchema = z.strictObject({ projectId: id(), activityId: id() });
