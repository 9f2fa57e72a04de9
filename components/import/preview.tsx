'use client';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { type ReactNode, useRef, useState, useTransition } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { Banner } from '@/components/ui/feedback';
import { Card } from '@/components/ui/page';
import { errorText } from '@/lib/i18n/error-text';
import type { ActionFailure, ActionResult } from '@/lib/shared/result';
import { PreviewLine } from './preview-line';
import { PreviewTabs, type Shown } from './preview-tabs';
import { choicesOf, type Decision, firstDecision, type ImportChoice, undecided, type PreviewRow } from './types';

type Props = {
  rows: PreviewRow[];
  /** writes all that was chosen, or nothing */
  commit: (choices: ImportChoice[]) => Promise<ActionResult<unknown>>;
  /** more to decide, for the whole file */
  children?: ReactNode;
  /** where to go instead */
  back: string;
  /** the record may not be changed now: to be looked at only */
  locked?: boolean;
};
const atFirst = 200;

/** What a file would do, line by line, to be decided on before anything is saved (DOMAIN §7). For any kind of list. Needs the namespaces imports and errors. */
export function ImportPreview({ rows, commit, children, back, locked = false }: Props) {
  const t = useTranslations('imports');
  const errors = useTranslations('errors');
  const router = useRouter();
  const [decisions, setDecisions] = useState<ReadonlyMap<number, Decision>>(new Map());
  const [shown, setShown] = useState<Shown>('all');
  const [most, setMost] = useState(atFirst);
  const [failure, setFailure] = useState<ActionFailure | null>(null);
  const [pending, start] = useTransition();
  const list = useRef<HTMLOListElement>(null);

  const open = undecided(rows, decisions);
  const choices = choicesOf(rows, decisions);
  const decide = (row: number, decision: Decision) => setDecisions((now) => new Map(now).set(row, decision));
  const visible = rows.filter((row) => shown === 'all' || row.state === shown);
  const changing = rows.filter((row) => row.state === 'changed');
  const takeAll = (all: boolean) =>
    setDecisions((now) => new Map([...now, ...changing.map((row) => [row.row, { ...(now.get(row.row) ?? firstDecision(row)), changes: all ? (row.options[0]?.changes ?? []).map((change) => change.key) : [] }] as const)]));
  const save = () => {
    const [first] = open;
    if (first) {
      setFailure({ ok: false, reason: 'importUndecided', params: { n: open.length } });
      setShown('likely');
      requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-row="${first.row}"] input`)?.focus());
      return;
    }
    setFailure(null);
    start(async () => {
      const result = await commit(choices).catch((): ActionFailure => ({ ok: false, reason: navigator.onLine ? 'unexpected' : 'network' }));
      if (!result.ok) setFailure(result);
      if (result.ok || result.reason === 'importChanged' || result.reason === 'importDone') router.refresh();
    });
  };
  return (
    <div className="grid gap-4">
      {failure && <Banner kind="error">{errorText(errors, failure.reason, failure.params)}</Banner>}
      {children}
      {changing.length > 1 && (
        <p className="flex flex-wrap items-center gap-2">
          <span className="text-soft">{t('allChanges', { n: changing.length })}</span>
          <Button size="sm" onClick={() => takeAll(true)}>{t('takeAll')}</Button>
          <Button size="sm" onClick={() => takeAll(false)}>{t('takeNone')}</Button>
        </p>
      )}
      <PreviewTabs rows={rows} shown={shown} onShow={(state) => { setShown(state); setMost(atFirst); }} />
      <Card flush>
        <ol ref={list} className="divide-y divide-line" aria-label={t('lines')}>
          {visible.slice(0, most).map((row) => (
            <PreviewLine key={row.row} row={row} decision={decisions.get(row.row) ?? firstDecision(row)} onDecide={decide} />
          ))}
        </ol>
        {visible.length > most && <div className="border-t border-line p-3 text-center"><Button variant="ghost" onClick={() => setMost((now) => now + 500)}>{t('showMore', { n: visible.length - most })}</Button></div>}
      </Card>
      <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center gap-3 border-t border-line bg-surface px-4 py-3 sm:mx-0 sm:rounded-lg sm:border sm:shadow-raised">
        <Button variant="primary" icon="check" disabled={pending || locked || (choices.length === 0 && open.length === 0)} onClick={save}>{pending ? t('saving') : t('commit', { n: choices.length + open.length })}</Button>
        <ButtonLink href={back}>{t('cancel')}</ButtonLink>
        <p aria-live="polite" className="text-soft">{open.length > 0 ? t('waiting', { n: open.length }) : t('nothingYet')}</p>
      </div>
    </div>
  );
}
