import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import type { AnswerWay, Language } from '@/lib/shared/vocabulary';
import { type QuestionnaireResult, questionnaireResult, type ScoreCount } from '../rules/questionnaire';

export type FollowUpView = {
  id: string;
  /** null: anonymised */
  name: string | null;
  email: string | null;
  supervisorEmail: string | null;
  dueOn: string;
  answeredOn: string | null;
  applied: boolean | null;
  answeredVia: AnswerWay | null;
  supervisorConfirmed: boolean | null;
  note: string | null;
  recordedBy: string | null;
};
export type SatisfactionView = QuestionnaireResult & {
  /** statement by its id, in the reader's language */
  texts: Record<string, string>;
  /** of them typed in from paper */
  paper: number;
};
/** An indicator of a result above the outputs that the training serves. */
export type ServedIndicator = { code: string; statement: string; hasValue: boolean };
export type LearningView = { followUps: FollowUpView[]; satisfaction: SatisfactionView; indicators: ServedIndicator[] };

type Row = { followUps: FollowUpView[]; n: number; paper: number; comments: string[]; items: { id: string; text: string }[]; scores: ScoreCount[]; indicators: ServedIndicator[] };

/**
 * What came of one training beside its tests, in one statement: follow-ups in the order of the list of participants, what the questionnaires say
 * together (single answers never leave this function), and the indicators it serves. Nothing for a viewer who may not read the project's records.
 */
export async function learningOf(viewer: Viewer, project: { id: string; suppressionMinimum: number }, activityId: string, language: Language): Promise<LearningView | null> {
  if (!may(rolesIn(viewer, project.id), 'records.read')) return null;
  const text = language === 'cnr' ? sql`i.text_cnr` : sql`i.text_en`;
  const [row] = await database().execute<Row>(sql`
    with recursive own as (select id from activities where id = ${activityId} and project_id = ${project.id} and kind = 'training'),
      given as (select q.id, q.via, q.comment from questionnaire_answers q join own on own.id = q.activity_id),
      counted as (select s.item_id, s.score, count(*)::int as count from questionnaire_scores s join given g on g.id = s.answer_id group by 1, 2),
      served as (select r.id, r.parent_id from activity_outputs o join own on own.id = o.activity_id join results r on r.id = o.result_id
        union select r.id, r.parent_id from results r join served on served.parent_id = r.id)
    select ${followUpsOf} as "followUps", (select count(*)::int from given) as n, (select count(*)::int from given where via = 'paper') as paper,
      (select coalesce(json_agg(comment), '[]') from given where comment is not null) as comments,
      (select coalesce(json_agg(json_build_object('id', i.id, 'text', ${text}) order by i.withdrawn_at is not null, i.position), '[]') from questionnaire_items i
        where i.project_id = ${project.id} and i.id in (select item_id from counted)) as items,
      (select coalesce(json_agg(json_build_object('itemId', item_id, 'score', score, 'count', count)), '[]') from counted) as scores,
      (select coalesce(json_agg(json_build_object('code', i.code, 'statement', i.statement, 'hasValue', ${hasValue}) order by r.level = 'objective', i.position), '[]')
        from indicators i join results r on r.id = i.result_id and r.level <> 'output' where i.result_id in (select id from served)) as indicators`);
  if (!row) return null;
  const result = questionnaireResult({ n: row.n, scores: row.scores, comments: row.comments, items: row.items.map((item) => item.id) }, project.suppressionMinimum);
  const satisfaction = { ...result, texts: Object.fromEntries(row.items.map((item) => [item.id, item.text])), paper: row.paper };
  return { followUps: row.followUps, satisfaction, indicators: row.indicators };
}

const followUpsOf = sql`(select coalesce(json_agg(json_build_object('id', f.id, 'name', case when p.anonymised_at is null then p.given_name || ' ' || p.family_name end, 'email', p.email, 'supervisorEmail', f.supervisor_email, 'dueOn', f.due_on,
    'answeredOn', f.answered_on, 'applied', f.applied, 'answeredVia', f.answered_via, 'supervisorConfirmed', f.supervisor_confirmed, 'note', f.note, 'recordedBy', u.name) order by r.position), '[]')
  from follow_ups f join own on own.id = f.activity_id join participants r on r.id = f.participant_id join people p on p.id = r.person_id left join users u on u.id = f.recorded_by)`;

const hasValue = sql`(exists (select 1 from rollup_cells c where c.indicator_id = i.id and c.scope = 'cumulative' and coalesce(c.denominator, c.numerator) > 0)
  or exists (select 1 from readings t where t.indicator_id = i.id and t.review_state = 'approved'))`;
