/** The closed word lists of DOMAIN §1 and §3. Tables, schemas, rules and screens all use these and no others. */
export const activityKinds = ['training', 'equipment', 'meeting'] as const;
export type ActivityKind = (typeof activityKinds)[number];

export const sexes = ['female', 'male', 'other', 'not_stated'] as const;
export type Sex = (typeof sexes)[number];

export const participantRoles = ['trainee', 'trainer', 'chair', 'member', 'observer'] as const;
export type ParticipantRole = (typeof participantRoles)[number];

export const implementationStates = ['planned', 'under_way', 'completed', 'postponed', 'cancelled'] as const;
export type ImplementationState = (typeof implementationStates)[number];

export const reviewStates = ['draft', 'submitted', 'returned', 'approved', 'reopened', 'withdrawn'] as const;
export type ReviewState = (typeof reviewStates)[number];

export const reviewSteps = ['submitted', 'approved', 'returned', 'reopened', 'withdrawn'] as const;
export type ReviewStep = (typeof reviewSteps)[number];

export const projectRoles = ['manager', 'staff', 'donor'] as const;
export type ProjectRole = (typeof projectRoles)[number];

export const projectStatuses = ['planned', 'active', 'completed', 'suspended', 'cancelled'] as const;
export type ProjectStatus = (typeof projectStatuses)[number];

export const institutionKinds = ['ministry', 'police', 'prosecution', 'court', 'agency', 'international_organisation', 'ngo', 'other'] as const;
export type InstitutionKind = (typeof institutionKinds)[number];

export const institutionRoles = ['counterpart', 'implementer', 'regional', 'other'] as const;
/** What an institution is to one project. */
export type InstitutionRole = (typeof institutionRoles)[number];

export const trainingTypes = ['course', 'workshop', 'training_of_trainers', 'study_visit', 'mentoring', 'exercise'] as const;
export type TrainingType = (typeof trainingTypes)[number];

export const trainingMethods = ['in_person', 'online', 'hybrid'] as const;
export type TrainingMethod = (typeof trainingMethods)[number];

export const meetingTypes = ['coordination', 'steering', 'working_group', 'bilateral', 'regional', 'ceremony'] as const;
export type MeetingType = (typeof meetingTypes)[number];

export const equipmentCategories = ['it', 'communication', 'optical', 'vehicle', 'office', 'furniture', 'forensic', 'other'] as const;
export type EquipmentCategory = (typeof equipmentCategories)[number];

export const equipmentConditions = ['good', 'worn', 'damaged', 'not_found'] as const;
export type EquipmentCondition = (typeof equipmentConditions)[number];

export const priorities = ['low', 'normal', 'high'] as const;
export type Priority = (typeof priorities)[number];

export const actionPointStatuses = ['open', 'in_progress', 'done', 'verified', 'dropped'] as const;
export type ActionPointStatus = (typeof actionPointStatuses)[number];

export const evidenceKinds = ['signed_list', 'agenda', 'minutes', 'certificate', 'photo', 'test_sheet', 'other'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export const resultLevels = ['objective', 'outcome', 'output'] as const;
export type ResultLevel = (typeof resultLevels)[number];

export const indicatorMethods = ['computed', 'reported'] as const;
export type IndicatorMethod = (typeof indicatorMethods)[number];

export const aggregations = ['sum', 'latest', 'average'] as const;
/** How the readings of a reported indicator combine over periods (DOMAIN §2.11). */
export type Aggregation = (typeof aggregations)[number];

export const directions = ['increase', 'decrease'] as const;
export type Direction = (typeof directions)[number];

export const indicatorStates = ['achieved', 'on_track', 'at_risk', 'off_track', 'no_data', 'no_target'] as const;
export type IndicatorState = (typeof indicatorStates)[number];

export const reportKinds = ['interim', 'final'] as const;
export type ReportKind = (typeof reportKinds)[number];

export const currencies = ['USD', 'EUR', 'CHF', 'GBP', 'NOK', 'SEK', 'BAM', 'ALL', 'RSD', 'MKD'] as const;
export type Currency = (typeof currencies)[number];

export const languages = ['en', 'cnr'] as const;
/** Screen languages; 'cnr' is Montenegrin in Latin script, formatted as sr-Latn-ME. */
export type Language = (typeof languages)[number];
