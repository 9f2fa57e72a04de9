import * as z from 'zod';
import { id, oneOf, optionalText, requiredText } from '@/lib/shared/fields';
import { cleanText } from '@/lib/shared/text';
import { languages, reportKinds } from '@/lib/shared/vocabulary';

const version = () => z.number().int().positive();

/** A new draft on one period; its language is the document's, whatever the screens speak. */
export const createReportSchema = z.strictObject({ projectId: id(), id: id(), periodId: id(), kind: oneOf(reportKinds), language: oneOf(languages), title: requiredText(300) });
export type CreateReportForm = z.input<typeof createReportSchema>;
export type CreateReportInput = z.output<typeof createReportSchema>;

export const sectionLimit = 20_000;
/** The text of one section; empty means not written. */
export const sectionBody = z.string({ error: 'invalid' }).overwrite(cleanText).max(sectionLimit, `tooLong:${sectionLimit}`);

/** Texts by section key, of the version of the report that was edited; keys left out stay as they are. */
export const saveReportSectionsSchema = z.strictObject({
  projectId: id(),
  reportId: id(),
  version: version(),
  sections: z.record(z.string().max(80), sectionBody).refine((sections) => Object.keys(sections).length <= 1000, 'tooMany:1000'),
});
export type SaveReportSectionsForm = z.input<typeof saveReportSectionsSchema>;
export type SaveReportSectionsInput = z.output<typeof saveReportSectionsSchema>;

/** `correction`: why a later version replaces an earlier one; needed from the second version on. */
export const issueReportSchema = z.strictObject({ projectId: id(), reportId: id(), version: version(), correction: optionalText(2000) });
export type IssueReportInput = z.output<typeof issueReportSchema>;
