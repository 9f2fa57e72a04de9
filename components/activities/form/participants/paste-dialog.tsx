'use client';
import { useTranslations } from 'next-intl';
import { useId, useMemo, useState } from 'react';
import { parseBlock } from '@/components/form/grid/tsv';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { type Mapping, rememberedMapping, rememberMapping } from './mapping';

type Props = {
  /** null: asked for by the button, so the text is put in here */
  block: string[][] | null;
  targets: { value: string; label: string }[];
  sessions: { id: string; date: string | null }[];
  onClose: () => void;
  onTake: (rows: string[][], targets: string[]) => void;
};

const preview = 6;

/** Says which pasted column is what, remembered for the next list of the same shape; nothing goes into the list before. */
export function PasteDialog({ block, targets, sessions, onClose, onTake }: Props) {
  const t = useTranslations('participants');
  const common = useTranslations('common');
  const [text, setText] = useState('');
  const rows = useMemo(() => block ?? parseBlock(text), [block, text]);
  const [chosen, setChosen] = useState<Mapping | null>(null);
  const guessed = useMemo(() => (rows.length > 0 ? rememberedMapping(rows, sessions, localStorage) : null), [rows, sessions]);
  const mapping = chosen && chosen.targets.length === guessed?.targets.length ? chosen : guessed;
  const body = mapping?.header ? rows.slice(1) : rows;
  const named = mapping?.targets.some((target) => target === 'fullName' || target === 'givenName' || target === 'familyName') ?? false;
  const textId = useId();
  const take = () => {
    if (!mapping) return;
    rememberMapping(rows, mapping, sessions, localStorage);
    onTake(body, mapping.targets);
  };
  return (
    <Dialog open wide onClose={onClose} title={t('pasteTitle')} closeLabel={common('close')}>
      <div className="grid gap-4">
        {!block && (
          <div className="grid gap-1">
            <label htmlFor={textId} className="font-medium">{t('pasteHere')}</label>
            <textarea id={textId} rows={4} className="control font-mono" value={text} onChange={(event) => setText(event.target.value)} />
          </div>
        )}
        {mapping && <Preview rows={rows} mapping={mapping} targets={targets} onChange={setChosen} />}
        {mapping && !named && <p role="alert" className="font-medium text-bad">{t('needsName')}</p>}
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" onClick={take} disabled={!named || body.length === 0}>{t('addRows', { n: body.length })}</Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </div>
      </div>
    </Dialog>
  );
}

type PreviewProps = { rows: string[][]; mapping: Mapping; targets: { value: string; label: string }[]; onChange: (mapping: Mapping) => void };
function Preview({ rows, mapping, targets, onChange }: PreviewProps) {
  const t = useTranslations('participants');
  // One column goes to one place; choosing it again takes it from where it stood.
  const set = (at: number, target: string) => onChange({ ...mapping, targets: mapping.targets.map((old, index) => (index === at ? target : old === target ? '' : old)) });
  return (
    <>
      <label className="flex items-center gap-2">
        <input type="checkbox" className="tick mt-0" checked={mapping.header} onChange={(event) => onChange({ ...mapping, header: event.target.checked })} />
        {t('hasHeader')}
      </label>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: a div, so that no heading is asked of it */}
      <div className="overflow-x-auto rounded-md border border-line" role="region" aria-label={t('preview')} tabIndex={0}>
        <table className="data">
          <thead>
            <tr>
              {mapping.targets.map((target, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns of a block have no other name
                <th key={at} scope="col" className="min-w-36">
                  <select className="control min-h-8 py-0.5" aria-label={t('columnIs', { n: at + 1 })} value={target} onChange={(event) => set(at, event.target.value)}>
                    <option value="">{t('leaveOut')}</option>
                    {targets.map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, preview).map((cells, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a block have no other name
              <tr key={line} className={mapping.header && line === 0 ? 'text-soft italic' : ''}>
                {mapping.targets.map((target, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <td key={at} className={`max-w-48 truncate ${target === '' ? 'text-soft line-through' : ''}`}>{cells[at] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
