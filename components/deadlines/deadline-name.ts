import { useTranslations } from 'next-intl';
import type { Deadline } from '@/lib/deadlines/rules';

/** What the Fund asks for, in words: 'Interim report 2'. */
export function useDeadlineName(): (deadline: Pick<Deadline, 'kind' | 'number'>) => string {
  const kinds = useTranslations('vocabulary.deadlineKinds');
  return ({ kind, number }) => (number === null ? kinds(kind) : `${kinds(kind)} ${number}`);
}
