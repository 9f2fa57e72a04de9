'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { type Reveal, useErrorText, useKit } from '@/components/form/context';
import { fieldId } from '@/components/form/errors';
import { FieldError, useField } from '@/components/form/field';
import { FormSection } from '@/components/form/form';
import { Grid } from '@/components/form/grid/grid';
import { layBlock } from '@/components/form/grid/moves';
import { formatBlock } from '@/components/form/grid/tsv';
import { useGrid } from '@/components/form/grid/use-grid';
import { useFormRows } from '@/components/form/grid/use-rows';
import { useNarrow } from '@/components/form/grid/use-narrow';
import { Button } from '@/components/ui/button';
import { splitName } from '@/lib/people/rules/names';
import { newId } from '@/lib/shared/ids';
import { useSurroundings } from '../context';
import { FindPerson } from './find-person';
import { NamedSum } from './named-sum';
import { columnOf, pathOf } from './paths';
import { blankRow, type ParticipantRow, repeatedPeople, withFields } from './row';
import { RowPanel } from './row-panel';
import { GridToolbar } from './toolbar';
import { useColumns } from './use-columns';
import { useFaults } from './use-faults';
import { useMatching } from './use-matching';

const PasteDialog = dynamic(() => import('./paste-dialog').then((module) => module.PasteDialog));
const GridCards = dynamic(() => import('@/components/form/grid/cards').then((module) => module.GridCards<ParticipantRow>));

type Props = { scores: boolean; title: string; hint: string };
const cellId = (index: number, column: string) => fieldId(`participants.${index}.${column === 'row' ? 'personId' : (pathOf[column] ?? column)}`);
const allOf = (sessionIds: string[]) => (row: ParticipantRow) => ({ ...row, sessionIds });

/** Who stood in the activity: a grid to type, paste and tick in, compared with the register line by line; on a phone a card for each. */
export function ParticipantsSection({ scores, title, hint }: Props) {
  const t = useTranslations('participants');
  const { projectId, roles, people, learn } = useSurroundings();
  const list = useFormRows<ParticipantRow>('participants');
  const sessions = useWatch({ name: 'sessions' }) as { id: string; date: string | null }[];
  const sessionIds = useMemo(() => sessions.map((session) => session.id), [sessions]);
  const [pasted, setPasted] = useState<{ block: string[][] | null } | null>(null);
  const { error, wiring } = useField({ name: 'participants', label: title, hint: undefined });
  const helpId = useId();
  const narrow = useNarrow();
  const texts = useTexts();
  const { rows, change } = list;
  const matching = useMatching({ list, projectId, learn });
  const columns = useColumns({ scores, sessions, matching });
  const make = () => blankRow(roles[0] ?? 'trainee', sessionIds, newId);
  const problems = useProblems(rows, columns, matching);
  usePrunedSessions(list.adjust, sessionIds);
  const nameOf = (row: ParticipantRow) => {
    const person = row.person ?? people[row.personId];
    return person ? `${person.givenName} ${person.familyName}`.trim() : '';
  };
  const put = (changed: ParticipantRow[]) => {
    const byId = new Map(changed.map((row) => [row.id, row]));
    change(rows.map((row) => byId.get(row.id) ?? row));
  };

  const onPaste = (block: string[][], at: { row: number; column: number }) => {
    const wide = Math.max(...block.map((cells) => cells.length));
    // A list of people goes through the mapping; a column of scores, say, is laid over the cells.
    if (at.row >= rows.length && (wide > 1 || block.length > 1)) setPasted({ block });
    else if (block.length === 1 && wide === 1) return false;
    else change(layBlock(rows, columns, at, block, make));
    return true;
  };
  const grid = useGrid<ParticipantRow>({ list, columns, make, onPaste });
  const { selected, column: cursorColumn } = grid;
  const add = (fresh: ParticipantRow[], column = 0) => {
    change([...rows, ...fresh]);
    grid.go({ row: rows.length, column });
  };
  const take = (block: string[][], targets: string[]) => {
    const mapped = targets.some((target) => target.startsWith('session:'));
    add(block.map((cells) => targets.reduce<ParticipantRow>((row, target, at) => written(row, target, cells[at] ?? ''), mapped ? { ...make(), sessionIds: [] } : make())));
    setPasted(null);
  };
  const written = (row: ParticipantRow, target: string, text: string): ParticipantRow => {
    if (target === 'fullName') return withFields(row, splitName(text));
    const column = columns.find((one) => one.key === target);
    return column?.write && text !== '' ? column.write(row, text) : row;
  };
  const copyAll = () => navigator.clipboard.writeText(formatBlock([columns.map((column) => column.label), ...rows.map((row) => columns.map((column) => column.text(row)))]));
  useReveal(rows, (row, key) => (narrow ? document.getElementById(cellId(row, 'row'))?.click() : grid.go({ row, column: Math.max(0, columns.findIndex((column) => column.key === key)) })));
  const some = selected.length > 1 ? selected : rows;
  const session = cursorColumn.key.startsWith('session:') ? cursorColumn : null;
  const faulty = rows.findIndex((row) => Object.keys(problems(row)).length > 0);
  const sure = rows.flatMap((row) => {
    const [only, ...others] = matching.state(row) === 'likely' ? (matching.of(row)?.candidates ?? []) : [];
    return only?.sameName && others.length === 0 && !only.reasons.some((reason) => /Near|Differs/.test(reason)) ? [[row, only] as [ParticipantRow, typeof only]] : [];
  });
  const panel = (row: ParticipantRow, index: number) => <RowPanel key={row.id} row={row} name={nameOf(row)} number={index + 1} problems={Object.entries(problems(row)).map(([key, problem]) => `${columns.find((column) => column.key === key)?.label ?? title}: ${problem}`)} matching={matching} onRow={(next) => put([next])} />;

  return (
    <FormSection title={title} description={hint} action={<NamedSum />}>
      <FieldError id={wiring.id}>{error}</FieldError>
      <FindPerson id={wiring.id} rows={rows} make={make} onAdd={add} onGo={(row) => grid.go({ row, column: 0 })} nameColumn={(name) => (name.familyName ? 3 : 1)} />
      <GridToolbar
        list={list}
        selected={selected}
        onAllPresent={sessionIds.length > 0 ? () => put(some.map(allOf(sessionIds))) : null}
        session={session && { label: session.label, onAll: () => session.write && put(rows.map((row) => session.write?.(row, '1') ?? row)) }}
        onInstitution={(institutionId) => put(selected.map((row) => withFields(row, { institutionId })))}
        onRemove={() => grid.removeRows()}
        onPaste={() => setPasted({ block: null })}
        onCopy={copyAll}
      />
      {narrow ? (
        <GridCards list={list} columns={columns} make={make} problems={problems} name={nameOf} summary={(row) => <>{t(`states.${matching.state(row)}`)}{' · '}{columns.find((column) => column.key === 'institution')?.text(row) || '–'}</>} panel={panel} addLabel={t('addRow')} cellId={cellId} />
      ) : (
        <>
          <p id={helpId} className="text-xs text-soft">{t('keys')}</p>
          <Grid grid={grid} label={title} describedBy={helpId} number={t('number')} texts={texts} problems={problems} cellId={cellId} />
          {grid.row && panel(grid.row, grid.at.row)}
        </>
      )}
      <States rows={rows} matching={matching} />
      {(sure.length > 0 || faulty >= 0) && (
        <div className="flex flex-wrap gap-2">
          {sure.length > 0 && <Button size="sm" onClick={() => matching.takeMany(sure)}>{t('useAll', { n: sure.length })}</Button>}
          {faulty >= 0 && !narrow && <Button size="sm" icon="error" onClick={() => grid.go({ row: faulty, column: Math.max(0, columns.findIndex((column) => problems(rows[faulty] as ParticipantRow)[column.key])) })}>{t('nextProblem')}</Button>}
        </div>
      )}
      {pasted && <PasteDialog block={pasted.block} sessions={sessions} onClose={() => setPasted(null)} onTake={take} targets={[{ value: 'fullName', label: t('fullName') }, ...columns.filter((column) => column.key !== 'register').map(({ key, label }) => ({ value: key, label }))]} />}
    </FormSection>
  );
}

// Only the lines in sight are drawn: the error summary asks for the others by their field's name.
function useReveal(rows: ParticipantRow[], go: (row: number, column: string) => void) {
  const { reveals } = useKit();
  const latest = useRef({ rows, go });
  latest.current = { rows, go };
  useEffect(() => {
    const reveal: Reveal = (name) => {
      const [, place = '', path = ''] = /^participants\.(\d+)\.(.+)$/.exec(name) ?? [];
      if (!place || !latest.current.rows[Number(place)]) return false;
      latest.current.go(Number(place), columnOf[path] ?? path);
      return true;
    };
    reveals.add(reveal);
    return () => void reveals.delete(reveal);
  }, [reveals]);
}

function useTexts() {
  const t = useTranslations('participants');
  return useMemo(() => ({ empty: t('typeHere'), yes: t('present'), no: t('absent') }), [t]);
}

// How many of the list are known, new, or wait for a choice: said again when it changes.
function States({ rows, matching }: { rows: ParticipantRow[]; matching: ReturnType<typeof useMatching> }) {
  const t = useTranslations('participants');
  const count = { linked: 0, likely: 0, new: 0, open: 0 };
  for (const row of rows) {
    const state = matching.state(row);
    if (state === 'linked' || state === 'likely' || state === 'new') count[state] += 1;
    else count.open += 1;
  }
  const parts = (['linked', 'likely', 'new', 'open'] as const).filter((key) => count[key] > 0).map((key) => t(`counts.${key}`, { n: count[key] }));
  return <p role="status" className="tabular text-sm text-soft">{parts.join(' · ')}</p>;
}

/** A line's faults as sentences, the same object as long as the line is the same; and their names for the error summary. */
function useProblems(rows: ParticipantRow[], columns: { key: string; label: string }[], matching: ReturnType<typeof useMatching>) {
  const text = useErrorText();
  const { labels } = useKit();
  const t = useTranslations('participants');
  const { faultsOf, namesakes } = useFaults(rows);
  const twice = useMemo(() => repeatedPeople(rows), [rows]);
  const [cache] = useState(() => new WeakMap<ParticipantRow, { by: typeof faultsOf; again: boolean; alike?: number; waits: boolean; said: Record<string, string> }>());
  const problems = (row: ParticipantRow): Record<string, string> => {
    const again = twice.has(row.id);
    const waits = row.unsure === true && matching.state(row) !== 'likely';
    const known = cache.get(row);
    const alike = namesakes.get(row.id);
    if (known?.by === faultsOf && known.again === again && known.alike === alike && known.waits === waits) return known.said;
    const faults = again ? { ...faultsOf(row), givenName: 'personTwice' } : faultsOf(row);
    // While the register is asked nobody is to choose anything yet.
    const said = Object.fromEntries(Object.entries(faults).filter(([key]) => key !== 'register' || !waits).map(([key, message]) => [key, text(message)]));
    // Two people may bear one name, so this is said and hinders nobody.
    if (alike && !said.familyName) said.familyName = t('sameName', { n: alike });
    cache.set(row, { by: faultsOf, again, alike, waits, said });
    return said;
  };
  useEffect(() => {
    for (const name of [...labels.keys()]) if (/^participants\.\d/.test(name)) labels.delete(name);
    rows.forEach((row, index) => {
      const keys = Object.keys(faultsOf(row));
      for (const key of twice.has(row.id) ? [...keys, 'row'] : keys) labels.set(`participants.${index}.${key === 'row' ? 'personId' : (pathOf[key] ?? key)}`, [`${index + 1}`, columns.find((column) => column.key === key)?.label].filter(Boolean).join(', '));
    });
  }, [rows, twice, labels, columns, faultsOf]);
  return problems;
}

// Nobody is present at a session that was taken out of the list.
function usePrunedSessions(adjust: (make: (rows: ParticipantRow[]) => ParticipantRow[]) => void, sessionIds: string[]) {
  useEffect(() => {
    adjust((rows) => rows.map((row) => (row.sessionIds.every((id) => sessionIds.includes(id)) ? row : { ...row, sessionIds: row.sessionIds.filter((id) => sessionIds.includes(id)) })));
  }, [adjust, sessionIds]);
}
