'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Banner } from '@/components/ui/feedback';
import { Card } from '@/components/ui/page';
import { errorText } from '@/lib/i18n/error-text';
import type { ActionResult } from '@/lib/shared/result';
import type { ParticipantRole } from '@/lib/shared/vocabulary';
import { saveSheetAction } from '@/lib/sheets/actions';
import { Mismatch } from './mismatch';
import { RowNumbers } from './row-numbers';
import { SheetRows } from './sheet-rows';
import { type SheetRow, type SheetState, useSheet } from './use-sheet';
import { WalkIns } from './walk-ins';

export type SheetTarget = { projectId: string; activityId: string; version: number; sessionId: string; role: ParticipantRole };
type Props = { target: SheetTarget; userId: string; rows: SheetRow[]; institutions: { value: string; label: string }[] };
type Outcome = { saved: number } | { failure: Extract<ActionResult, { ok: false }> } | { problem: string };

/** Enters a signed paper list: row numbers, ticks, walk-ins, and what differs from the system, then one save. */
export function SheetEntry({ target, userId, rows, institutions }: Props) {
  const t = useTranslations('sheets');
  const router = useRouter();
  const sheet = useSheet(rows, `sheet:${userId}:${target.sessionId}`);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [pending, start] = useTransition();
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outcome) answer.current?.focus();
  }, [outcome]);

  const save = (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    const problem = lacking(sheet, rows.length, t);
    if (problem) return setOutcome({ problem });
    sheet.read();
    start(async () => {
      const result = await saveSheetAction(inputOf(target, rows, sheet)).catch((): ActionResult => ({ ok: false, reason: 'network' }));
      if (!result.ok) return setOutcome({ failure: result });
      sheet.settle();
      setOutcome({ saved: (result.value as { present: number }).present });
      router.refresh();
    });
  };
  return (
    <form onSubmit={save} noValidate aria-label={t('enter')}>
      <Card id="enter" title={t('enter')} description={t('enterHint')}>
        <div className="grid grid-cols-1 gap-5">
          <div ref={answer} tabIndex={-1} className="empty:hidden">
            {outcome && <Answer outcome={outcome} onReload={() => router.refresh()} />}
          </div>
          <RowNumbers sheet={sheet} count={rows.length} />
          <SheetRows rows={rows} sheet={sheet} />
          <WalkIns projectId={target.projectId} rows={rows} sheet={sheet} institutions={institutions} />
          <Mismatch rows={rows} sheet={sheet} />
          <div>
            <Button type="submit" variant="primary" aria-disabled={pending || undefined}>{pending ? t('saving') : t('save')}</Button>
          </div>
        </div>
      </Card>
    </form>
  );
}

function Answer({ outcome, onReload }: { outcome: Outcome; onReload: () => void }) {
  const t = useTranslations('sheets');
  const errors = useTranslations('errors');
  if ('saved' in outcome) return <Banner kind="success" live title={t('saved', { n: outcome.saved })}>{t('savedNext')}</Banner>;
  if ('problem' in outcome) return <Banner kind="error">{outcome.problem}</Banner>;
  const { failure } = outcome;
  if (failure.reason === 'stale') return <Banner kind="error" action={<Button onClick={onReload}>{t('reload')}</Button>}>{t('staleHelp')}</Banner>;
  return <Banner kind="error">{errorText(errors, Object.values(failure.fieldErrors ?? {})[0] ?? failure.reason, failure.params)}</Banner>;
}

const inputOf = ({ role, ...target }: SheetTarget, rows: SheetRow[], { signedIds, walkIns }: SheetState) => ({
  ...target,
  presentIds: rows.flatMap((row) => (signedIds.has(row.participantId) ? [row.participantId] : [])),
  walkIns: walkIns.map(({ id, personId, person, institutionId, post }) => ({
    ...{ id, personId, role, institutionId, post },
    person: person && { ...person, sex: person.sex || 'not_stated', id: personId, birthYear: null, institutionId, post },
  })),
});

// The list is short and stands on the screen, so the first gap is said and the rest follows.
function lacking({ walkIns, problems: [unread] }: SheetState, count: number, t: ReturnType<typeof useTranslations<'sheets'>>): string | null {
  if (unread) return t(unread.kind, { text: unread.text, count });
  if (walkIns.some(({ person }) => person && (!person.givenName.trim() || !person.familyName.trim()))) return t('needsName');
  const nameless = walkIns.find(({ person }) => person && person.sex === '');
  return nameless ? t('needsSex', { name: `${nameless.person?.givenName} ${nameless.person?.familyName}` }) : null;
}
