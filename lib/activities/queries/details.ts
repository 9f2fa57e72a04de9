import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import type { ActionPointStatus, ActivityKind, EquipmentCategory, MeetingType, Priority, TrainingMethod, TrainingType } from '@/lib/shared/vocabulary';

export type TrainingView = { type: TrainingType | null; method: TrainingMethod | null; language: string | null; passMark: number | null; topics: string[] };
export type ItemView = {
  id: string;
  assetTag: string;
  description: string;
  category: EquipmentCategory;
  make: string | null;
  model: string | null;
  serialNumber: string | null;
  quantity: number;
  value: number | null;
  currency: string | null;
  valueUsd: number | null;
  warrantyEnd: string | null;
  handedQuantity: number;
  handedValueUsd: number | null;
  shortQuantity: number;
  damagedQuantity: number;
  surplusQuantity: number;
  acceptanceNote: string | null;
};
export type HandOverView = {
  recipientInstitutionId: string | null;
  hander: string | null;
  receiver: string | null;
  receiverPost: string | null;
  onBehalfOf: string | null;
  onBehalfReason: string | null;
  terms: string | null;
  items: ItemView[];
};
export type ActionPointView = {
  id: string;
  number: number;
  text: string;
  institutionId: string | null;
  person: string | null;
  dueDate: string | null;
  priority: Priority;
  status: ActionPointStatus;
  doneOn: string | null;
};
export type MeetingView = {
  type: MeetingType | null;
  minutes: string | null;
  restricted: boolean;
  nextDate: string | null;
  agenda: { id: string; title: string; presenter: string | null }[];
  decisions: { id: string; text: string }[];
  actionPoints: ActionPointView[];
};
/** What only one kind of activity has; a new kind is asked for here. */
export type Details = { training: TrainingView; equipment: HandOverView; meeting: MeetingView };

const loaders: { [K in ActivityKind]: (activityId: string) => Promise<Details[K]> } = { training, equipment, meeting };

/** The part that only its kind has, in one statement. The caller has checked that the viewer may read the activity. */
export const loadDetail = <K extends ActivityKind>(kind: K, activityId: string): Promise<Details[K]> => loaders[kind](activityId);

async function training(activityId: string): Promise<TrainingView> {
  const [row] = await database().execute<TrainingView>(sql`
    select type, method, language, pass_mark::float8 as "passMark", array(select topic from training_topics where activity_id = ${activityId} order by topic) as topics from trainings where activity_id = ${activityId}`);
  return row ?? { type: null, method: null, language: null, passMark: null, topics: [] };
}

async function equipment(activityId: string): Promise<HandOverView> {
  const [row] = await database().execute<HandOverView>(sql`
    select recipient_institution_id as "recipientInstitutionId", hander, receiver, receiver_post as "receiverPost", on_behalf_of as "onBehalfOf", on_behalf_reason as "onBehalfReason", terms,
      (select coalesce(json_agg(json_build_object('id', e.id, 'assetTag', e.asset_tag, 'description', e.description, 'category', e.category, 'make', e.make, 'model', e.model, 'serialNumber', e.serial_number,
        'quantity', e.quantity, 'value', e.value::float8, 'currency', e.currency, 'valueUsd', e.value_usd::float8, 'warrantyEnd', e.warranty_end,
        'handedQuantity', e.handed_quantity, 'handedValueUsd', e.handed_value_usd::float8, 'shortQuantity', e.short_quantity, 'damagedQuantity', e.damaged_quantity, 'surplusQuantity', e.surplus_quantity, 'acceptanceNote', e.acceptance_note) order by e.position, e.asset_tag), '[]')
        from equipment_items e where e.activity_id = ${activityId}) as items
    from hand_overs where activity_id = ${activityId}`);
  return row ?? { recipientInstitutionId: null, hander: null, receiver: null, receiverPost: null, onBehalfOf: null, onBehalfReason: null, terms: null, items: [] };
}

async function meeting(activityId: string): Promise<MeetingView> {
  const [row] = await database().execute<MeetingView>(sql`
    select type, minutes, restricted, next_date as "nextDate",
      (select coalesce(json_agg(json_build_object('id', g.id, 'title', g.title, 'presenter', g.presenter) order by g.position), '[]') from agenda_items g where g.activity_id = ${activityId}) as agenda,
      (select coalesce(json_agg(json_build_object('id', d.id, 'text', d.text) order by d.position), '[]') from decisions d where d.activity_id = ${activityId}) as decisions,
      (select coalesce(json_agg(json_build_object('id', a.id, 'number', a.number, 'text', a.text, 'institutionId', a.institution_id, 'person', case when p.anonymised_at is null then p.given_name || ' ' || p.family_name end, 'dueDate', a.due_date,
        'priority', a.priority, 'status', a.status, 'doneOn', a.done_on) order by a.position, a.number), '[]')
        from action_points a left join people p on p.id = a.person_id where a.activity_id = ${activityId}) as "actionPoints"
    from meetings where activity_id = ${activityId}`);
  return row ?? { type: null, minutes: null, restricted: false, nextDate: null, agenda: [], decisions: [], actionPoints: [] };
}
