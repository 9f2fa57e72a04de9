import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import type { DecisionView } from '@/lib/meetings/rules';
import type { ActionPointStatus, ActivityKind, EquipmentCategory, MeetingType, Priority, TrainingMethod, TrainingType } from '@/lib/shared/vocabulary';

export type TrainingView = { type: TrainingType | null; method: TrainingMethod | null; language: string | null; passMark: number | null; topics: string[]; /** agreed in it, outside any meeting */ actionPoints: ActionPointView[] };
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
  agendaItemId: string | null;
};
export type AgendaItemView = { id: string; title: string; presenter: string | null; startsAt: string | null; notes: string | null; restricted: boolean };
/** `restricted`: agreed in a restricted meeting or under a restricted item. */
export type CarriedOver = ActionPointView & { reference: string; restricted: boolean };
/** What somebody said about the minutes by link. */
export type MinutesComment = { id: string; institutionId: string | null; text: string; saidAt: string; handledBy: string | null; note: string | null };
export type MeetingView = {
  /** when the minutes first went out for comments; the day and who marked them agreed */
  circulatedAt: string | null;
  agreedOn: string | null;
  agreedBy: string | null;
  comments: MinutesComment[];
  type: MeetingType | null;
  minutes: string | null;
  restricted: boolean;
  nextDate: string | null;
  /** 'HH:MM' in the project's time zone */
  startTime: string | null;
  endTime: string | null;
  agenda: AgendaItemView[];
  expected: { institutionId: string; count: number }[];
  decisions: (DecisionView & { agendaItemId: string | null })[];
  actionPoints: ActionPointView[];
  /** what earlier meetings of the series agreed and was still open when this one was held */
  carriedOver: CarriedOver[];
  /** all meetings of the series in their order, this one among them; empty for a single one */
  series: { reference: string; title: string; onDate: string | null }[];
};
/** What only one kind of activity has; a new kind is asked for here. */
export type Details = { training: TrainingView; equipment: HandOverView; meeting: MeetingView };

const loaders: { [K in ActivityKind]: (activityId: string) => Promise<Details[K]> } = { training, equipment, meeting };

/** The part that only its kind has, in one statement. The caller has checked that the viewer may read the activity. */
export const loadDetail = <K extends ActivityKind>(kind: K, activityId: string): Promise<Details[K]> => loaders[kind](activityId);

async function training(activityId: string): Promise<TrainingView> {
  const [row] = await database().execute<TrainingView>(sql`
    select type, method, language, pass_mark::float8 as "passMark", array(select topic from training_topics where activity_id = ${activityId} order by topic) as topics,
      (select coalesce(json_agg(${point} order by a.number), '[]') from action_points a left join people p on p.id = a.person_id where a.activity_id = ${activityId}) as "actionPoints"
    from trainings where activity_id = ${activityId}`);
  return row ?? { type: null, method: null, language: null, passMark: null, topics: [], actionPoints: [] };
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

const point = sql`json_build_object('id', a.id, 'number', a.number, 'text', a.text, 'institutionId', a.institution_id, 'person', case when p.anonymised_at is null then p.given_name || ' ' || p.family_name end, 'dueDate', a.due_date,
  'priority', a.priority, 'status', a.status, 'doneOn', a.done_on, 'agendaItemId', a.agenda_item_id)`;
// The meetings of the series in the order of their days; one without a day stands last, withdrawn ones are left out.
const seriesOf = (activityId: string) => sql`
  first as (select coalesce(series_id, activity_id) as id from meetings where activity_id = ${activityId}),
  series as (
    select c.id, c.reference, c.title, c.on_date, row_number() over (order by c.on_date nulls last, c.created_at, c.id) as place
    from meetings m join activities c on c.id = m.activity_id where (m.series_id = (select id from first) or m.activity_id = (select id from first)) and (c.review_state <> 'withdrawn' or c.id = ${activityId})
  ), here as (select place, on_date from series where id = ${activityId})`;

async function meeting(activityId: string): Promise<MeetingView> {
  const [row] = await database().execute<MeetingView>(sql`
    with ${seriesOf(activityId)}
    select type, minutes, restricted, next_date as "nextDate", circulated_at as "circulatedAt", agreed_on as "agreedOn", (select u.name from users u where u.id = agreed_by) as "agreedBy",
      (select coalesce(json_agg(json_build_object('id', k.id, 'institutionId', k.institution_id, 'text', k.text, 'saidAt', k.said_at, 'handledBy', u.name, 'note', k.note) order by k.said_at desc, k.id), '[]')
        from minutes_comments k left join users u on u.id = k.handled_by where k.activity_id = ${activityId}) as comments,
      start_time as "startTime", end_time as "endTime",
      (select coalesce(json_agg(json_build_object('institutionId', e.institution_id, 'count', e.count) order by e.count desc, e.institution_id), '[]') from expected_attendance e where e.activity_id = ${activityId}) as expected,
      (select coalesce(json_agg(json_build_object('id', g.id, 'title', g.title, 'presenter', g.presenter, 'startsAt', g.starts_at, 'notes', g.notes, 'restricted', g.restricted) order by g.position), '[]') from agenda_items g where g.activity_id = ${activityId}) as agenda,
      (select coalesce(json_agg(json_build_object('id', d.id, 'version', d.version, 'number', d.number, 'text', d.text, 'agendaItemId', d.agenda_item_id, 'state', d.state, 'settledOn', d.settled_on, 'note', d.note, 'confirmations',
        (select coalesce(json_agg(json_build_object('mark', c.mark, 'reason', c.reason) order by c.mark), '[]') from case_confirmations c where c.decision_id = d.id)) order by d.position), '[]') from decisions d where d.activity_id = ${activityId}) as decisions,
      (select coalesce(json_agg(${point} order by a.position, a.number), '[]') from action_points a left join people p on p.id = a.person_id where a.activity_id = ${activityId}) as "actionPoints",
      (select coalesce(json_agg((${point})::jsonb || jsonb_build_object('reference', s.reference, 'restricted', coalesce((select m.restricted from meetings m where m.activity_id = s.id), false) or coalesce((select g.restricted from agenda_items g where g.id = a.agenda_item_id), false)) order by a.due_date nulls last, a.number), '[]')
        from series s join action_points a on a.activity_id = s.id left join people p on p.id = a.person_id, here
        where s.place < here.place and (a.status in ('open', 'in_progress') or a.done_on >= here.on_date)) as "carriedOver",
      (select coalesce(json_agg(json_build_object('reference', s.reference, 'title', s.title, 'onDate', s.on_date) order by s.place), '[]') from series s where (select count(*) from series) > 1) as series
    from meetings where activity_id = ${activityId}`);
  return row ?? { type: null, minutes: null, restricted: false, nextDate: null, circulatedAt: null, agreedOn: null, agreedBy: null, comments: [], startTime: null, endTime: null, expected: [], agenda: [], decisions: [], actionPoints: [], carriedOver: [], series: [] };
}
