import { attended } from '@/lib/indicators/rules/attendance';
import type { ParticipantRole } from '@/lib/shared/vocabulary';

export type CertificateObstacle = 'role' | 'attendance' | 'noScore' | 'belowPassMark';
export type Candidate = { role: ParticipantRole; present: number; postScore: number | null };
export type Course = { sessions: number; threshold: number; passMark: number | null };

/** Why this participant gets no certificate; null: they met the threshold of attendance and, where one is set, the pass mark. Trainers and observers get none. */
export function certificateObstacle(person: Candidate, course: Course): CertificateObstacle | null {
  if (person.role !== 'trainee') return 'role';
  if (!attended(person.present, course.sessions, course.threshold)) return 'attendance';
  if (course.passMark === null) return null;
  if (person.postScore === null) return 'noScore';
  return person.postScore < course.passMark ? 'belowPassMark' : null;
}

/** 'PX.0009-C-0042': the number as it stands on paper. */
export const certificateNumber = (projectsId: string, number: number): string => `${projectsId}-C-${String(number).padStart(4, '0')}`;
