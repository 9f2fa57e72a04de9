'use client';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { Badge, type Tone } from '@/components/ui/badge';
import type { IconName } from '@/components/ui/icon';
import { type Decision, isOpen, picked, type PreviewOption, type PreviewRow, type PreviewState } from './types';

const looks: Record<PreviewState, [Tone, IconName]> = {
  new: ['accent', 'plus'],
  matched: ['good', 'check'],
  changed: ['warn', 'edit'],
  likely: ['warn', 'person'],
  same: ['neutral', 'minus'],
  rejected: ['bad', 'error'],
};
type Props = { row: PreviewRow; decision: Decision; onDecide: (row: number, decision: Decision) => void };

/** One line of the file: what it is, what it would do, and what can be chosen about it. */
export const PreviewLine = memo(function PreviewLine({ row, decision, onDecide }: Props) {
  const t = useTranslations('imports');
  const [tone, icon] = looks[row.state];
  const option = row.options.find((one) => one.id === decision.pick);
  return (
    <li data-row={row.row} className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3 gap-y-2 px-4 py-3 lg:grid-cols-[2rem_minmax(0,2fr)_minmax(0,3fr)]">
      <span className="tabular pt-0.5 text-right text-soft" title={t('line', { n: row.row })}><span className="sr-only">{t('line', { n: row.row })}</span><span aria-hidden>{row.row}</span></span>
      <div className="min-w-0">
        <p className={`font-medium break-words ${decision.skip ? 'text-soft line-through' : ''}`}>{row.label || t('noName')}</p>
        {row.detail && <p className="text-xs break-words text-soft">{row.detail}</p>}
      </div>
      <div className="col-start-2 grid min-w-0 content-start gap-2 lg:col-start-3">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Badge tone={tone} icon={icon}>{t(`states.${row.state}`)}</Badge>
          {isOpen(row) && row.state !== 'likely' && <Skip row={row} decision={decision} onDecide={onDecide} />}
        </div>
        {row.state !== 'likely' && option && <p className="text-xs break-words text-soft">{[option.label, option.detail, option.note].filter(Boolean).join(' · ')}</p>}
        {row.reasons.length > 0 && <ul className="grid gap-0.5 text-bad">{row.reasons.map((reason) => <li key={reason} className="break-words">{reason}</li>)}</ul>}
        {row.links?.map((link) => <a key={link.href} href={link.href} target="_blank" rel="noopener" className="link inline-flex min-h-6 items-center">{t('openRecord', { name: link.label })}</a>)}
        {row.state === 'likely' && <Choose row={row} decision={decision} onDecide={onDecide} />}
        {option && isOpen(row) && !decision.skip && option.changes.length > 0 && <Changes row={row} option={option} decision={decision} onDecide={onDecide} />}
      </div>
    </li>
  );
});

function Skip({ row, decision, onDecide }: Props) {
  const t = useTranslations('imports');
  return (
    <label className="ml-auto inline-flex min-h-6 items-center gap-1.5 text-soft">
      <input type="checkbox" checked={decision.skip} onChange={(event) => onDecide(row.row, { ...decision, skip: event.target.checked })} aria-label={t('leaveOutNamed', { name: row.label })} />
      <span aria-hidden>{t('leaveOut')}</span>
    </label>
  );
}

function Choose({ row, decision, onDecide }: Props) {
  const t = useTranslations('imports');
  const radio = (key: string, checked: boolean, choose: () => void, label: string, detail?: string) => (
    <label key={key} className="flex min-h-7 items-start gap-2 rounded-md px-1 py-0.5 has-checked:bg-accent-soft">
      <input type="radio" name={`line-${row.row}`} className="mt-1" checked={checked} onChange={choose} />
      <span className="min-w-0"><span className="break-words">{label}</span>{detail && <span className="block text-xs break-words text-soft">{detail}</span>}</span>
    </label>
  );
  return (
    <fieldset className="grid gap-0.5">
      <legend className="mb-1 text-xs font-medium text-soft">{t('whichOne', { name: row.label })}</legend>
      {row.options.map((option) => radio(option.id, !decision.skip && decision.pick === option.id, () => onDecide(row.row, picked(row, option.id)), t('use', { name: option.label }), [option.detail, option.note].filter(Boolean).join(' · ')))}
      {radio('new', !decision.skip && decision.pick === null, () => onDecide(row.row, picked(row, null)), t('somebodyNew'))}
      {radio('skip', decision.skip, () => onDecide(row.row, { pick: undefined, skip: true, changes: [] }), t('leaveOut'))}
    </fieldset>
  );
}

function Changes({ row, option, decision, onDecide }: Props & { option: PreviewOption }) {
  const t = useTranslations('imports');
  const toggle = (key: string, on: boolean) => onDecide(row.row, { ...decision, changes: on ? [...decision.changes, key] : decision.changes.filter((one) => one !== key) });
  return (
    <fieldset className="grid gap-0.5">
      <legend className="sr-only">{t('changesOf', { name: row.label })}</legend>
      {option.changes.map((change) => (
        <label key={change.key} className="flex min-h-6 items-start gap-2">
          <input type="checkbox" className="mt-1" checked={decision.changes.includes(change.key)} onChange={(event) => toggle(change.key, event.target.checked)} />
          <span className="min-w-0 break-words">
            <span className="text-soft">{change.label}: </span>
            {change.from ? <del className="text-soft"><span className="sr-only">{t('was')} </span>{change.from}</del> : <span className="text-soft">{t('empty')}</span>}
            <span aria-hidden> → </span>
            <ins className="font-medium no-underline"><span className="sr-only">{t('becomes')} </span>{change.to}</ins>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
