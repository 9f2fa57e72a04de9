import { createReport, saveReportSections } from '@/lib/reports/mutations/draft';
import { issueReport } from '@/lib/reports/mutations/issue';
import { codeOf } from '@/lib/reports/rules/code';
import { resultKey } from '@/lib/reports/rules/sections';
import { report } from './data/report';
import { momentOf, need, type Step, type World } from './world';

/** The one issued report: composed by the manager after the period was closed, then frozen. */
export function reportSteps(world: World): Step[] {
  const { random, projectId } = world;
  const id = random.id(momentOf(report.started));
  const verificationCode = codeOf(Uint8Array.from({ length: 10 }, () => random.int(0, 255)));
  let version = 1;
  return [
    {
      at: report.started,
      by: 'manager',
      action: 'reports.create',
      run: async (work) => {
        await createReport(work, { projectId, id, periodId: world.periods[report.period]?.id ?? '', kind: 'interim', language: 'en', title: report.title });
      },
    },
    {
      at: report.written,
      by: 'manager',
      action: 'reports.saveSections',
      run: async (work) => {
        const progress = Object.entries(report.progress).map(([code, text]) => [resultKey(need(world.outputs, code)), text]);
        version = (await saveReportSections(work, { projectId, reportId: id, version, sections: { ...report.sections, ...Object.fromEntries(progress) } })).version;
      },
    },
    {
      at: report.issued,
      by: 'manager',
      action: 'reports.issue',
      run: async (work) => {
        await issueReport(work, { projectId, reportId: id, version, correction: null }, { verificationCode });
      },
    },
  ];
}
