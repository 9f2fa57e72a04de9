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

export const answerWays = ['staff', 'link', 'paper'] as const;
/** How an answer came in: told to staff, given by link, or typed in from paper. */
export type AnswerWay = (typeof answerWays)[number];

export const meetingTypes = ['coordination', 'steering', 'working_group', 'bilateral', 'regional', 'ceremony'] as const;
export type MeetingType = (typeof meetingTypes)[number];

export const cooperationLevels = ['unit', 'top', 'recorded', 'country'] as const;
/** What an institution stands for where cooperation is counted: its nearest listed counterpart, the top of its tree, itself, its country. */
export type CooperationLevel = (typeof cooperationLevels)[number];

export const cooperationKinds = ['meeting', 'training', 'actionPoint'] as const;
/** What two institutions have in common. */
export type CooperationKind = (typeof cooperationKinds)[number];

export const equipmentCategories = ['it', 'communication', 'optical', 'vehicle', 'office', 'furniture', 'forensic', 'other'] as const;
export type EquipmentCategory = (typeof equipmentCategories)[number];

export const equipmentConditions = ['good', 'worn', 'damaged', 'not_found'] as const;
export type EquipmentCondition = (typeof equipmentConditions)[number];

export const itemStatuses = ['ordered', 'in_hand_over', 'received', 'handed_over', 'in_use', 'not_in_use', 'damaged', 'lost', 'disposed'] as const;
/** Where an item stands, derived from its custody and its latest end-use check (lib/equipment/rules/status). */
export type ItemStatus = (typeof itemStatuses)[number];

export const custodyKinds = ['received', 'handed_over', 'transfer', 'loan', 'return', 'damage', 'repair', 'loss', 'disposal'] as const;
/** How an item, or part of a lot, came into the hands that hold it. */
export type CustodyKind = (typeof custodyKinds)[number];

export const moveKinds = ['transfer', 'loan', 'return', 'damage', 'repair', 'loss', 'disposal'] as const satisfies readonly CustodyKind[];
/** What somebody can record of custody; receipt and hand-over follow from their records. */
export type MoveKind = (typeof moveKinds)[number];

export const signatureParties = ['receiver', 'hander'] as const;
/** Who signs a hand-over: only the receiver's signature makes it count. */
export type SignatureParty = (typeof signatureParties)[number];

export const signatureWays = ['screen', 'link'] as const;
/** How a signature was made electronically; signed paper is evidence of kind certificate. */
export type SignatureWay = (typeof signatureWays)[number];

export const priorities = ['low', 'normal', 'high'] as const;
export type Priority = (typeof priorities)[number];

export const actionPointStatuses = ['open', 'in_progress', 'done', 'verified', 'dropped'] as const;
export type ActionPointStatus = (typeof actionPointStatuses)[number];

export const decisionStates = ['open', 'implemented', 'dropped'] as const;
/** What became of a decision of a meeting. */
export type DecisionState = (typeof decisionStates)[number];

export const progressReportStates = ['waiting', 'accepted', 'declined'] as const;
/** What became of progress that was reported by link. */
export type ProgressReportState = (typeof progressReportStates)[number];

export const evidenceKinds = ['signed_list', 'agenda', 'minutes', 'certificate', 'photo', 'test_sheet', 'other'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export const importKinds = ['people', 'participants', 'equipment', 'results'] as const;
/** What an uploaded list is a list of. */
export type ImportKind = (typeof importKinds)[number];

export const resultLevels = ['objective', 'outcome', 'output'] as const;
export type ResultLevel = (typeof resultLevels)[number];

export const levelTemplates = ['iom', 'eu', 'dfid', 'usaid'] as const;
/** By whose words the levels of a results matrix are called. */
export type LevelTemplate = (typeof levelTemplates)[number];

export const moveDirections = ['up', 'down'] as const;
/** One place up or down in an order. */
export type MoveDirection = (typeof moveDirections)[number];

export const indicatorMethods = ['computed', 'reported'] as const;
export type IndicatorMethod = (typeof indicatorMethods)[number];

export const aggregations = ['sum', 'latest', 'average'] as const;
/** How the readings of a reported indicator combine over periods (DOMAIN §2.11). */
export type Aggregation = (typeof aggregations)[number];

export const directions = ['increase', 'decrease'] as const;
export type Direction = (typeof directions)[number];

export const collectionFrequencies = ['monthly', 'quarterly', 'half_yearly', 'yearly', 'once'] as const;
/** How often the data of an indicator is collected. */
export type CollectionFrequency = (typeof collectionFrequencies)[number];

export const disaggregations = ['sex', 'age', 'institution', 'place', 'topic'] as const;
/** What an indicator is to be broken down by. */
export type Disaggregation = (typeof disaggregations)[number];

export const readingDimensions = ['sex', 'age'] as const satisfies readonly Disaggregation[];
/** What a reading can be broken down by: dimensions whose parts are known beforehand. */
export type ReadingDimension = (typeof readingDimensions)[number];

export const ageBands = ['under_25', '25_34', '35_44', '45_54', '55_over'] as const;
/** Ages of people, in whole years of the year that counts them. */
export type AgeBand = (typeof ageBands)[number];

export const planChangeReasons = ['correction', 'better_data', 'agreed_with_donor', 'context', 'scope'] as const;
/** Why an indicator that has figures was changed. */
export type PlanChangeReason = (typeof planChangeReasons)[number];

export const indicatorStates = ['achieved', 'on_track', 'at_risk', 'off_track', 'no_data', 'no_target'] as const;
export type IndicatorState = (typeof indicatorStates)[number];

export const overviewCards = ['figures', 'todo', 'months', 'gaps', 'periods', 'indicators', 'trends', 'delivery', 'budget', 'cooperation', 'retained', 'changes'] as const;
/** The cards of a project's overview, in the order of who has not arranged them. */
export type OverviewCard = (typeof overviewCards)[number];

export const reportKinds = ['interim', 'final'] as const;
export type ReportKind = (typeof reportKinds)[number];

export const linkPurposes = ['action_point', 'follow_up_participant', 'follow_up_supervisor', 'hand_over_signature', 'mail_settings', 'minutes_comment', 'questionnaire', 'workplan_feed'] as const;
/** What a link without an account is for; each link serves one purpose on one subject (lib/links). */
export type LinkPurpose = (typeof linkPurposes)[number];

export const notificationFrequencies = ['at_once', 'daily', 'weekly', 'never'] as const;
/** How often a person wants what is due to them in one mail. */
export type NotificationFrequency = (typeof notificationFrequencies)[number];

export const deadlineKinds = ['framework', 'workPlan', 'interim', 'extension', 'final', 'evaluation'] as const;
/** What the Fund asks for by a day (DOMAIN §6). */
export type DeadlineKind = (typeof deadlineKinds)[number];

export const noticeKinds = ['reported', 'action_point', 'review', 'follow_up', 'supervision', 'check', 'report', 'deadline'] as const;
/** What a digest speaks of, in its order. */
export type NoticeKind = (typeof noticeKinds)[number];

export const mailStates = ['waiting', 'sent', 'failed', 'kept'] as const;
/** kept: no mail server was set, it stays in the outbox. */
export type MailState = (typeof mailStates)[number];

export const currencies = ['USD', 'EUR', 'CHF', 'GBP', 'NOK', 'SEK', 'BAM', 'ALL', 'RSD', 'MKD'] as const;
export type Currency = (typeof currencies)[number];

export const languages = ['en', 'cnr'] as const;
/** Screen languages; 'cnr' is Montenegrin in Latin script, formatted as sr-Latn-ME. */
export type Language = (typeof languages)[number];

export const findingKinds = ['name', 'caseNumber', 'birthDate', 'idNumber'] as const;
/** What the guard found that looks like data about a case or a victim. */
export type FindingKind = (typeof findingKinds)[number];
