import { sql } from 'drizzle-orm';
import { issueCertificates, revokeCertificate } from '@/lib/certificates/mutations';
import { codeOf } from '@/lib/reports/rules/code';
import { need, type Step, type World } from './world';

/** Certificates of two approved trainings for those who were there throughout, and one taken back because the name on it was another's. */
export function certificateSteps(world: World): Step[] {
  // Drawn beforehand, so that what is issued when does not change what the other parts of the seed draw.
  const codes = Array.from({ length: 100 }, () => codeOf(Uint8Array.from({ length: 10 }, () => world.random.int(0, 255))));
  const issue = (key: string, at: string): Step => ({
    at,
    by: 'staff',
    action: 'certificates.issue',
    run: async (work) => {
      const { id: activityId, version } = need(world.records, key);
      const rows = await work.tx.execute<{ id: string }>(sql`
        select r.id from participants r where r.activity_id = ${activityId} and r.role = 'trainee'
          and (select count(*) from attendance t where t.activity_id = r.activity_id and t.participant_id = r.id) = (select count(*) from sessions s where s.activity_id = r.activity_id) order by r.position`);
      await issueCertificates(work, { projectId: world.projectId, activityId, version, participantIds: rows.map((row) => row.id) }, () => codes.shift() ?? '');
    },
  });
  const revoke: Step = {
    at: '2018-11-05T09:30',
    by: 'manager',
    action: 'certificates.revoke',
    run: async (work) => {
      const [row] = await work.tx.execute<{ id: string }>(sql`select id from certificates where project_id = ${world.projectId} and activity_id = ${need(world.records, 'TR3').id} order by number limit 1`);
      await revokeCertificate(work, { certificateId: row?.id ?? '', reason: 'Printed with the name of another participant' });
    },
  };
  return [issue('TR1', '2018-05-29T10:00'), issue('TR3', '2018-10-19T09:00'), revoke];
}
