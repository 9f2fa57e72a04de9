import enActionPoints from '@/messages/en/actionPoints.json';
import enActivities from '@/messages/en/activities.json';
import enActivityForm from '@/messages/en/activityForm.json';
import enAdmin from '@/messages/en/admin.json';
import enAudit from '@/messages/en/audit.json';
import enAuth from '@/messages/en/auth.json';
import enCapacity from '@/messages/en/capacity.json';
import enCertificates from '@/messages/en/certificates.json';
import enChecks from '@/messages/en/checks.json';
import enCommon from '@/messages/en/common.json';
import enCooperation from '@/messages/en/cooperation.json';
import enCrash from '@/messages/en/crash.json';
import enDeadlines from '@/messages/en/deadlines.json';
import enDemo from '@/messages/en/demo.json';
import enDuplicates from '@/messages/en/duplicates.json';
import enEquipment from '@/messages/en/equipment.json';
import enErrors from '@/messages/en/errors.json';
import enEvidence from '@/messages/en/evidence.json';
import enExports from '@/messages/en/exports.json';
import enForms from '@/messages/en/forms.json';
import enGuard from '@/messages/en/guard.json';
import enImports from '@/messages/en/imports.json';
import enIndicators from '@/messages/en/indicators.json';
import enInstitutions from '@/messages/en/institutions.json';
import enLabels from '@/messages/en/labels.json';
import enLearning from '@/messages/en/learning.json';
import enLinks from '@/messages/en/links.json';
import enMatching from '@/messages/en/matching.json';
import enMeasures from '@/messages/en/measures.json';
import enMeetings from '@/messages/en/meetings.json';
import enNav from '@/messages/en/nav.json';
import enNotifications from '@/messages/en/notifications.json';
import enOverview from '@/messages/en/overview.json';
import enParticipants from '@/messages/en/participants.json';
import enPeople from '@/messages/en/people.json';
import enPlaces from '@/messages/en/places.json';
import enPortfolio from '@/messages/en/portfolio.json';
import enProjects from '@/messages/en/projects.json';
import enReports from '@/messages/en/reports.json';
import enResults from '@/messages/en/results.json';
import enRetention from '@/messages/en/retention.json';
import enReview from '@/messages/en/review.json';
import enSettings from '@/messages/en/settings.json';
import enSheets from '@/messages/en/sheets.json';
import enSigning from '@/messages/en/signing.json';
import enTrainers from '@/messages/en/trainers.json';
import enTrainings from '@/messages/en/trainings.json';
import enVerify from '@/messages/en/verify.json';
import enVocabulary from '@/messages/en/vocabulary.json';
import enWorkplan from '@/messages/en/workplan.json';
import cnrActionPoints from '@/messages/cnr/actionPoints.json';
import cnrActivities from '@/messages/cnr/activities.json';
import cnrActivityForm from '@/messages/cnr/activityForm.json';
import cnrAdmin from '@/messages/cnr/admin.json';
import cnrAudit from '@/messages/cnr/audit.json';
import cnrAuth from '@/messages/cnr/auth.json';
import cnrCapacity from '@/messages/cnr/capacity.json';
import cnrCertificates from '@/messages/cnr/certificates.json';
import cnrChecks from '@/messages/cnr/checks.json';
import cnrCommon from '@/messages/cnr/common.json';
import cnrCooperation from '@/messages/cnr/cooperation.json';
import cnrCrash from '@/messages/cnr/crash.json';
import cnrDeadlines from '@/messages/cnr/deadlines.json';
import cnrDemo from '@/messages/cnr/demo.json';
import cnrDuplicates from '@/messages/cnr/duplicates.json';
import cnrEquipment from '@/messages/cnr/equipment.json';
import cnrErrors from '@/messages/cnr/errors.json';
import cnrEvidence from '@/messages/cnr/evidence.json';
import cnrExports from '@/messages/cnr/exports.json';
import cnrForms from '@/messages/cnr/forms.json';
import cnrGuard from '@/messages/cnr/guard.json';
import cnrImports from '@/messages/cnr/imports.json';
import cnrIndicators from '@/messages/cnr/indicators.json';
import cnrInstitutions from '@/messages/cnr/institutions.json';
import cnrLabels from '@/messages/cnr/labels.json';
import cnrLearning from '@/messages/cnr/learning.json';
import cnrLinks from '@/messages/cnr/links.json';
import cnrMatching from '@/messages/cnr/matching.json';
import cnrMeasures from '@/messages/cnr/measures.json';
import cnrMeetings from '@/messages/cnr/meetings.json';
import cnrNav from '@/messages/cnr/nav.json';
import cnrNotifications from '@/messages/cnr/notifications.json';
import cnrOverview from '@/messages/cnr/overview.json';
import cnrParticipants from '@/messages/cnr/participants.json';
import cnrPeople from '@/messages/cnr/people.json';
import cnrPlaces from '@/messages/cnr/places.json';
import cnrPortfolio from '@/messages/cnr/portfolio.json';
import cnrProjects from '@/messages/cnr/projects.json';
import cnrReports from '@/messages/cnr/reports.json';
import cnrResults from '@/messages/cnr/results.json';
import cnrRetention from '@/messages/cnr/retention.json';
import cnrReview from '@/messages/cnr/review.json';
import cnrSettings from '@/messages/cnr/settings.json';
import cnrSheets from '@/messages/cnr/sheets.json';
import cnrSigning from '@/messages/cnr/signing.json';
import cnrTrainers from '@/messages/cnr/trainers.json';
import cnrTrainings from '@/messages/cnr/trainings.json';
import cnrVerify from '@/messages/cnr/verify.json';
import cnrVocabulary from '@/messages/cnr/vocabulary.json';
import cnrWorkplan from '@/messages/cnr/workplan.json';
import type { Language } from '@/lib/shared/vocabulary';

/** Every namespace of both languages, named one by one so that the bundler sees them and a missing file fails the build. */
export const messages: Record<Language, Record<string, object>> = {
  en: {
    actionPoints: enActionPoints,
    activities: enActivities,
    activityForm: enActivityForm,
    admin: enAdmin,
    audit: enAudit,
    auth: enAuth,
    capacity: enCapacity,
    certificates: enCertificates,
    checks: enChecks,
    common: enCommon,
    cooperation: enCooperation,
    crash: enCrash,
    deadlines: enDeadlines,
    demo: enDemo,
    duplicates: enDuplicates,
    equipment: enEquipment,
    errors: enErrors,
    evidence: enEvidence,
    exports: enExports,
    forms: enForms,
    guard: enGuard,
    imports: enImports,
    indicators: enIndicators,
    institutions: enInstitutions,
    labels: enLabels,
    learning: enLearning,
    links: enLinks,
    matching: enMatching,
    measures: enMeasures,
    meetings: enMeetings,
    nav: enNav,
    notifications: enNotifications,
    overview: enOverview,
    participants: enParticipants,
    people: enPeople,
    places: enPlaces,
    portfolio: enPortfolio,
    projects: enProjects,
    reports: enReports,
    results: enResults,
    retention: enRetention,
    review: enReview,
    settings: enSettings,
    sheets: enSheets,
    signing: enSigning,
    trainers: enTrainers,
    trainings: enTrainings,
    verify: enVerify,
    vocabulary: enVocabulary,
    workplan: enWorkplan,
  },
  cnr: {
    actionPoints: cnrActionPoints,
    activities: cnrActivities,
    activityForm: cnrActivityForm,
    admin: cnrAdmin,
    audit: cnrAudit,
    auth: cnrAuth,
    capacity: cnrCapacity,
    certificates: cnrCertificates,
    checks: cnrChecks,
    common: cnrCommon,
    cooperation: cnrCooperation,
    crash: cnrCrash,
    deadlines: cnrDeadlines,
    demo: cnrDemo,
    duplicates: cnrDuplicates,
    equipment: cnrEquipment,
    errors: cnrErrors,
    evidence: cnrEvidence,
    exports: cnrExports,
    forms: cnrForms,
    guard: cnrGuard,
    imports: cnrImports,
    indicators: cnrIndicators,
    institutions: cnrInstitutions,
    labels: cnrLabels,
    learning: cnrLearning,
    links: cnrLinks,
    matching: cnrMatching,
    measures: cnrMeasures,
    meetings: cnrMeetings,
    nav: cnrNav,
    notifications: cnrNotifications,
    overview: cnrOverview,
    participants: cnrParticipants,
    people: cnrPeople,
    places: cnrPlaces,
    portfolio: cnrPortfolio,
    projects: cnrProjects,
    reports: cnrReports,
    results: cnrResults,
    retention: cnrRetention,
    review: cnrReview,
    settings: cnrSettings,
    sheets: cnrSheets,
    signing: cnrSigning,
    trainers: cnrTrainers,
    trainings: cnrTrainings,
    verify: cnrVerify,
    vocabulary: cnrVocabulary,
    workplan: cnrWorkplan,
  },
};
