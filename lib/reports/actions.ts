'use server';
import { defineAction } from '@/lib/action';
import { createReport, saveReportSections } from './mutations/draft';
import { issueReport } from './mutations/issue';
import { createReportSchema, issueReportSchema, saveReportSectionsSchema } from './schema';

export const createReportAction = defineAction({ name: 'reports.create', permission: 'reports.write', schema: createReportSchema, creates: true, run: createReport });
export const saveReportSectionsAction = defineAction({ name: 'reports.saveSections', permission: 'reports.write', schema: saveReportSectionsSchema, run: saveReportSections });
export const issueReportAction = defineAction({ name: 'reports.issue', permission: 'reports.write', schema: issueReportSchema, run: (work, input) => issueReport(work, input) });
