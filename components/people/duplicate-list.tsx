import { useTranslations } from 'next-intl';
import { Badge, Pill } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { EmptyState } from '@/components/ui/feedback';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { notDuplicatesAction } from '@/lib/people/actions';
import type { DuplicatePair, PairPerson } from '@/lib/people/queries/duplicates';

type Props = { base: string; projectId: string; pairs: DuplicatePair[]; mayMerge: boolean; institutionName: (id: string | null) => string };
const nameOf = ({ givenName, familyName }: PairPerson) => `${givenName} ${familyName}`;

/** Pairs that may be one person, the likeliest first, each with why. */
export function DuplicateList({ base, projectId, pairs, mayMerge, institutionName }: Props) {
  const t = useTranslations('duplicates');
  const common = useTranslations('common');
  if (pairs.length === 0) return <Card><EmptyState icon="check" title={t('empty')}>{t('emptyHint')}</EmptyState></Card>;
  const act = ({ people: [first, second] }: DuplicatePair) => (
    <div className="flex flex-wrap items-center gap-2">
      <ButtonLink href={`${base}/duplicates/merge?keep=${keptFirst(first, second)}&merge=${keptFirst(first, second) === first.id ? second.id : first.id}`} size="sm" icon="cooperation">{t('compare')}</ButtonLink>
      <ConfirmButton label={t('notDuplicates')} title={t('notDuplicatesTitle')} body={t('notDuplicatesBody', { first: nameOf(first), second: nameOf(second) })} cancelLabel={common('cancel')} failedText={common('failed')} action={notDuplicatesAction} input={{ projectId, personIds: [first.id, second.id] }} size="sm" variant="ghost" />
    </div>
  );
  return (
    <Card title={t('count', { n: pairs.length })} flush>
      <ul className="divide-y divide-line border-t border-line">
        {pairs.map((pair) => (
          <li key={pair.people.map(({ id }) => id).join()} className="grid gap-x-6 gap-y-3 px-4 py-3 lg:grid-cols-[1fr_1fr_16rem]">
            {pair.people.map((person) => <PairSide key={person.id} base={base} person={person} institutionName={institutionName} />)}
            <div className="grid content-start gap-2">
              <p className="flex flex-wrap items-center gap-1.5">
                <Badge tone={pair.score >= 90 ? 'warn' : 'neutral'} icon="people">{t('score', { score: pair.score })}</Badge>
                {pair.reasons.map((reason) => <Pill key={reason}>{t(`reasons.${reason}`)}</Pill>)}
              </p>
              {mayMerge && act(pair)}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

// The record with more in it is offered as the one that stays.
const keptFirst = (first: PairPerson, second: PairPerson) => (second.activities > first.activities ? second.id : first.id);

function PairSide({ base, person, institutionName }: { base: string; person: PairPerson; institutionName: Props['institutionName'] }) {
  const t = useTranslations('duplicates');
  const people = useTranslations('people');
  const facts = [person.sex !== 'not_stated' && people(`sexes.${person.sex}`), person.birthYear && t('bornIn', { year: String(person.birthYear) }), t('activities', { n: person.activities })].filter(Boolean);
  return (
    <div className="min-w-0">
      <p><TextLink quiet href={`${base}/${person.id}`}>{nameOf(person)}</TextLink></p>
      <p className="text-xs text-soft">{[institutionName(person.institutionId), person.post].filter(Boolean).join(' · ') || people('noPosts')}</p>
      <p className="text-xs text-soft">{facts.join(' · ')}</p>
    </div>
  );
}
