'use client';
import { useTranslations } from 'next-intl';
import { Button, IconButton } from '@/components/ui/button';
import type { Rows } from '@/components/form/grid/use-rows';
import { useSurroundings } from '../context';
import type { ParticipantRow } from './row';

type Props = {
  list: Rows<ParticipantRow>;
  /** what the acts are for: the selected lines, or the line of the cursor */
  selected: ParticipantRow[];
  /** null: there are no sessions to be present at */
  onAllPresent: (() => void) | null;
  /** the session of the cursor's column, to tick for everybody */
  session: { label: string; onAll: () => void } | null;
  onInstitution: (institutionId: string) => void;
  onRemove: () => void;
  onPaste: () => void;
  onCopy: () => void;
};

/** What is done to many lines at once. Everything here has a key in the grid too, except setting an institution and pasting by hand. */
export function GridToolbar({ list, selected, onAllPresent, session, onInstitution, onRemove, onPaste, onCopy }: Props) {
  const t = useTranslations('participants');
  const { institutions } = useSurroundings();
  const some = selected.length > 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be drawn as one
    <div role="group" aria-label={t('acts')} className="flex flex-wrap items-center gap-2">
      <Button size="sm" onClick={onPaste}>{t('paste')}</Button>
      <Button size="sm" onClick={onCopy} disabled={list.rows.length === 0}>{t('copyAll')}</Button>
      {onAllPresent && <Button size="sm" icon="check" onClick={onAllPresent} disabled={list.rows.length === 0}>{selected.length > 1 ? t('selectedPresent', { n: selected.length }) : t('allPresent')}</Button>}
      {session && <Button size="sm" onClick={session.onAll}>{t('sessionPresent', { session: session.label })}</Button>}
      <select className="control min-h-7 w-44 py-0.5" aria-label={t('setInstitution', { n: selected.length })} value="" disabled={!some} onChange={(event) => onInstitution(event.target.value)}>
        <option value="">{t('setInstitution', { n: selected.length })}</option>
        {institutions.map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}
      </select>
      <Button size="sm" icon="trash" onClick={onRemove} disabled={!some}>{t('removeRows', { n: Math.max(1, selected.length) })}</Button>
      <IconButton icon="undo" label={t('undo')} onClick={list.undo} disabled={!list.canUndo} className="size-7" />
      <IconButton icon="undo" label={t('redo')} onClick={list.redo} disabled={!list.canRedo} className="size-7 -scale-x-100" />
    </div>
  );
}
