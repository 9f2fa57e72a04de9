'use client';
import { createContext, use } from 'react';
import type { PersonFacts } from './participants/row';
import type { EvidenceKind, ParticipantRole } from '@/lib/shared/vocabulary';

export type InstitutionChoice = { value: string; label: string };
export type PersonFound = PersonFacts & { id: string; name: string; institution: string; institutionId: string | null; post: string | null };

/** What the parts of an activity form share and do not edit. */
export type FormSurroundings = {
  projectId: string;
  timeZone: string;
  maxUploadMb: number;
  /** people from the register, by id */
  people: Record<string, PersonFacts>;
  learn: (people: Record<string, PersonFacts>) => void;
  outputs: { value: string; label: string; hint: string }[];
  institutions: InstitutionChoice[];
  /** of a meeting: institutions that the project does not list, to which it can be added where one of them owes something */
  off: string[];
  mayList: boolean;
  places: string[];
  roles: readonly ParticipantRole[];
  evidenceKinds: readonly EvidenceKind[];
  /** needed before submitting; each can be waived with a reason */
  requiredEvidence: readonly EvidenceKind[];
};

export const SurroundingsContext = createContext<FormSurroundings | null>(null);

export function useSurroundings(): FormSurroundings {
  const value = use(SurroundingsContext);
  if (!value) throw new Error('a part of an activity form stands outside it');
  return value;
}
