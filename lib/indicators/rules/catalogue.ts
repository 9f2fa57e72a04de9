import { measure as actionPointsDaysToClose } from './measures/action-points-days-to-close';
import { measure as actionPointsOnTime } from './measures/action-points-on-time';
import { measure as decisionsImplemented } from './measures/decisions-implemented';
import { measure as equipmentHandedOver } from './measures/equipment-handed-over';
import { measure as equipmentInUse } from './measures/equipment-in-use';
import { measure as equipmentValueHandedOver } from './measures/equipment-value-handed-over';
import { measure as followUpApplied } from './measures/follow-up-applied';
import { measure as institutionsTakingPart } from './measures/institutions-taking-part';
import { measure as meetingsHeld } from './measures/meetings-held';
import { measure as meetingsInterInstitutional } from './measures/meetings-inter-institutional';
import { measure as meetingsParticipation } from './measures/meetings-participation';
import { measure as meetingsRegional } from './measures/meetings-regional';
import { measure as peopleAttendances } from './measures/people-attendances';
import { measure as peopleInPostAt12 } from './measures/people-in-post-at-12';
import { measure as peopleInPostAt6 } from './measures/people-in-post-at-6';
import { measure as peopleParticipations } from './measures/people-participations';
import { measure as peopleUniqueInMeetings } from './measures/people-unique-in-meetings';
import { measure as peopleUniqueTrained } from './measures/people-unique-trained';
import { measure as peopleUnnamed } from './measures/people-unnamed';
import { measure as peopleWomenTrained } from './measures/people-women-trained';
import { measure as scoresGained20 } from './measures/scores-gained20';
import { measure as trainingsDelivered } from './measures/trainings-delivered';
import type { Measure } from './measure';

/** All measures; one file each. A new one is a file and two lines here. */
export const catalogue: readonly Measure[] = [
  actionPointsDaysToClose,
  actionPointsOnTime,
  decisionsImplemented,
  equipmentHandedOver,
  equipmentInUse,
  equipmentValueHandedOver,
  followUpApplied,
  institutionsTakingPart,
  meetingsHeld,
  meetingsInterInstitutional,
  meetingsParticipation,
  meetingsRegional,
  peopleAttendances,
  peopleInPostAt12,
  peopleInPostAt6,
  peopleParticipations,
  peopleUniqueInMeetings,
  peopleUniqueTrained,
  peopleUnnamed,
  peopleWomenTrained,
  scoresGained20,
  trainingsDelivered,
];
const byKey = new Map(catalogue.map((measure) => [measure.key, measure]));

/** The measure with this key, or undefined. */
export const findMeasure = (key: string): Measure | undefined => byKey.get(key);
