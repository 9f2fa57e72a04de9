import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { knowledgeGain } from '@/lib/indicators/rules/figures';
import { attended } from '@/lib/indicators/rules/attendance';
import type { ActivityKind, ParticipantRole, Sex } from '@/lib/shared/vocabulary';
import { takesPart } from './counted';

export type RecordSession = { id: string; date: string | null; hours: number | null; topic: string | null; /** where its paper list overruled what was recorded: ids of participants, when and by whom */ sheet: { at: string; by: string | null; signedNotPresent: string[]; presentNotSigned: string[] } | null };
export type RecordParticipant = {
  id: string;
  personId: string;
  /** null: anonymised */
  name: string | null;
  sex: Sex;
  role: ParticipantRole;
  institutionId: string | null;
  post: string | null;
  preScore: number | null;
  postScore: number | null;
  sessionIds: string[];
  /** present in at least the threshold of the sessions (DOMAIN §2.2) */
  attended: boolean;
  /** attended, and in a role that figures count */
  counts: boolean;
};
export type RecordHeadcount = { institutionId: string; sex: Sex; count: number };
export type RecordPeople = {
  sessions: RecordSession[];
  participants: RecordParticipant[];
  headcounts: RecordHeadcount[];
  /** named people who count, unnamed headcount */
  named: number;
  unnamed: number;
  /** those of the named who were tested before and after, with the mean gain in percentage points (DOMAIN §2.7) */
  gain: { mean: number | null; tested: number; present: number };
};

type Stored = Omit<RecordParticipant, 'attended' | 'counts'>;
type Row = { sessions: RecordSession[]; participants: Stored[]; headcounts: RecordHeadcount[] };

/** Who stood in an activity, in one statement. The caller has checked that the viewer may read it. */
export async function loadPeople(activityId: string, kind: ActivityKind, threshold: number): Promise<RecordPeople> {
  const [row] = await database().execute<Row>(sql`select
    (select coalesce(json_agg(json_build_object('id', s.id, 'date', s.date, 'hours', s.hours::float8, 'topic', s.topic, 'sheet', case when s.sheet is not null then s.sheet || jsonb_build_object('by', (select u.name from users u where u.id = (s.sheet->>'by')::uuid)) end) order by s.position), '[]') from sessions s where s.activity_id = ${activityId}) as sessions,
    (select coalesce(json_agg(json_build_object('institutionId', h.institution_id, 'sex', h.sex, 'count', h.count) order by h.count desc, h.id), '[]') from headcounts h where h.activity_id = ${activityId}) as headcounts,
    (select coalesce(json_agg(json_build_object('id', r.id, 'personId', r.person_id, 'name', case when p.anonymised_at is null then p.given_name || ' ' || p.family_name end, 'sex', p.sex, 'role', r.role, 'institutionId', r.institution_id, 'post', r.post,
        'preScore', r.pre_score::float8, 'postScore', r.post_score::float8,
        'sessionIds', (select coalesce(json_agg(t.session_id), '[]') from attendance t where t.activity_id = r.activity_id and t.participant_id = r.id)) order by r.position), '[]')
      from participants r join people p on p.id = r.person_id where r.activity_id = ${activityId}) as participants`);
  const { sessions, participants, headcounts } = row ?? { sessions: [], participants: [], headcounts: [] };
  return { sessions, headcounts, ...counted(kind, sessions.length, threshold, participants), unnamed: headcounts.reduce((sum, line) => sum + line.count, 0) };
}

function counted(kind: ActivityKind, sessions: number, threshold: number, rows: Stored[]): Pick<RecordPeople, 'participants' | 'named' | 'gain'> {
  const participants = rows.map((row) => {
    const there = attended(row.sessionIds.length, sessions, threshold);
    return { ...row, attended: there, counts: there && takesPart(kind, row.role) };
  });
  const counting = participants.filter((row) => row.counts);
  return { participants, named: counting.length, gain: knowledgeGain(counting) };
}
