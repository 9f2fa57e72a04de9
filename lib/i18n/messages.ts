import enActionPoints from '@/messages/en/actionPoints.json';
import enActivities from '@/messages/en/activities.json';
import enActivityForm from '@/messages/en/activityForm.json';
import enAdmin from '@/messages/en/admin.json';
import enAudit from '@/messages/en/audit.json';
import enAuth from '@/messages/en/auth.json';
import enCommon from '@/messages/en/common.json';
import enCooperation from '@/messages/en/cooperation.json';
import enCrash from '@/messages/en/crash.json';
import enEquipment from '@/messages/en/equipment.json';
import enErrors from '@/messages/en/errors.json';
import enEvidence from '@/messages/en/evidence.json';
import enForms from '@/messages/en/forms.json';
import enIndicators from '@/messages/en/indicators.json';
import enInstitutions from '@/messages/en/institutions.json';
import enMeasures from '@/messages/en/measures.json';
import enMeetings from '@/messages/en/meetings.json';
import enNav from '@/messages/en/nav.json';
import enPeople from '@/messages/en/people.json';
import enProjects from '@/messages/en/projects.json';
import enReports from '@/messages/en/reports.json';
import enResults from '@/messages/en/results.json';
import enReview from '@/messages/en/review.json';
import enSettings from '@/messages/en/settings.json';
import enTrainings from '@/messages/en/trainings.json';
import enVerify from '@/messages/en/verify.json';
import enVocabulary from '@/messages/en/vocabulary.json';
import cnrActionPoints from '@/messages/cnr/actionPoints.json';
import cnrActivities from '@/messages/cnr/activities.json';
import cnrActivityForm from '@/messages/cnr/activityForm.json';
import cnrAdmin from '@/messages/cnr/admin.json';
import cnrAudit from '@/messages/cnr/audit.json';
import cnrAuth from '@/messages/cnr/auth.json';
import cnrCommon from '@/messages/cnr/common.json';
import cnrCooperation from '@/messages/cnr/cooperation.json';
import cnrCrash from '@/messages/cnr/crash.json';
import cnrEquipment from '@/messages/cnr/equipment.json';
import cnrErrors from '@/messages/cnr/errors.json';
import cnrEvidence from '@/messages/cnr/evidence.json';
import cnrForms from '@/messages/cnr/forms.json';
import cnrIndicators from '@/messages/cnr/indicators.json';
import cnrInstitutions from '@/messages/cnr/institutions.json';
import cnrMeasures from '@/messages/cnr/measures.json';
import cnrMeetings from '@/messages/cnr/meetings.json';
import cnrNav from '@/messages/cnr/nav.json';
import cnrPeople from '@/messages/cnr/people.json';
import cnrProjects from '@/messages/cnr/projects.json';
import cnrReports from '@/messages/cnr/reports.json';
import cnrResults from '@/messages/cnr/results.json';
import cnrReview from '@/messages/cnr/review.json';
import cnrSettings from '@/messages/cnr/settings.json';
import cnrTrainings from '@/messages/cnr/trainings.json';
import cnrVerify from '@/messages/cnr/verify.json';
import cnrVocabulary from '@/messages/cnr/vocabulary.json';
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
    common: enCommon,
    cooperation: enCooperation,
    crash: enCrash,
    equipment: enEquipment,
    errors: enErrors,
    evidence: enEvidence,
    forms: enForms,
    indicators: enIndicators,
    institutions: enInstitutions,
    measures: enMeasures,
    meetings: enMeetings,
    nav: enNav,
    people: enPeople,
    projects: enProjects,
    reports: enReports,
    results: enResults,
    review: enReview,
    settings: enSettings,
    trainings: enTrainings,
    verify: enVerify,
    vocabulary: enVocabulary,
  },
  cnr: {
    actionPoints: cnrActionPoints,
    activities: cnrActivities,
    activityForm: cnrActivityForm,
    admin: cnrAdmin,
    audit: cnrAudit,
    auth: cnrAuth,
    common: cnrCommon,
    cooperation: cnrCooperation,
    crash: cnrCrash,
    equipment: cnrEquipment,
    errors: cnrErrors,
    evidence: cnrEvidence,
    forms: cnrForms,
    indicators: cnrIndicators,
    institutions: cnrInstitutions,
    measures: cnrMeasures,
    meetings: cnrMeetings,
    nav: cnrNav,
    people: cnrPeople,
    projects: cnrProjects,
    reports: cnrReports,
    results: cnrResults,
    review: cnrReview,
    settings: cnrSettings,
    trainings: cnrTrainings,
    verify: cnrVerify,
    vocabulary: cnrVocabulary,
  },
};
