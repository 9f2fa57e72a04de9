import type { RecordOf } from '@/lib/activities/queries/record';
import type { CertificateView } from '@/lib/certificates/queries';
import { type CertificateObstacle, certificateObstacle } from '@/lib/certificates/rules';

export type Standing = {
  /** of the participant; of the person where a holder left the list */
  participantId: string;
  personId: string;
  name: string | null;
  present: number;
  postScore: number | null;
  obstacle: CertificateObstacle | null;
  /** met the conditions and holds no valid one */
  due: boolean;
  /** latest first; at most one of them is valid */
  certificates: CertificateView[];
};

/** Each trainee with what they met and what they hold, then holders of certificates who are no trainees of the record any more. */
export function standings(record: RecordOf<'training'>, certificates: CertificateView[], threshold: number): Standing[] {
  const course = { sessions: record.sessions.length, threshold, passMark: record.detail.passMark };
  const held = (personId: string) => certificates.filter((certificate) => certificate.personId === personId).toReversed();
  const listed = record.participants
    .filter((row) => row.role === 'trainee')
    .map(({ id, personId, name, role, postScore, sessionIds }) => {
      const obstacle = certificateObstacle({ role, present: sessionIds.length, postScore }, course);
      const own = held(personId);
      return { participantId: id, personId, name, present: sessionIds.length, postScore, obstacle, due: obstacle === null && name !== null && own.every((one) => one.revoked), certificates: own };
    });
  const gone = [...new Set(certificates.map((one) => one.personId))].filter((personId) => !listed.some((row) => row.personId === personId));
  const left = gone.map((personId): Standing => ({ participantId: personId, personId, name: held(personId)[0]?.name ?? null, present: 0, postScore: null, obstacle: 'role', due: false, certificates: held(personId) }));
  return [...listed, ...left];
}
