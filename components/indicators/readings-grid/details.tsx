'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { GroupLabel } from '@/components/form/context';
import { fieldId } from '@/components/form/errors';
import { FormSection } from '@/components/form/form';
import { DateField, TextArea, TextField } from '@/components/form/inputs';
import { Guarded, GuardedTexts } from '@/components/guard/guarded';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/link';
import { fileNameText, filesPath } from '@/lib/guard/rules/texts';
import type { ReadingDimension } from '@/lib/shared/vocabulary';
import { PartFields, ShareFields } from '../reading-fields';
import type { Line } from './form';

type Props = { place: number; line: Line; period: string; parts: readonly { dimension: ReadingDimension; key: string }[]; files: string[]; today: string; close: () => void; /** the field that is to have the focus; '': the part itself; null: nothing */ wanted: string | null; arrived: () => void };

/** What stands behind one cell: part and whole, breakdown, day, source and comment; saved with the grid. */
export function Details({ place, line, period, parts, files, today, close, wanted, arrived }: Props) {
  const t = useTranslations('indicators.reading');
  const grid = useTranslations('indicators.grid');
  const guard = useTranslations('guard');
  const at = `readings.${place}.`;
  const part = useFocus(wanted, arrived);
  const name = `${line.code}, ${period}`;
  return (
    <div ref={part} tabIndex={-1} className="rounded-lg">
      <GroupLabel value={name}>
        <FormSection title={name} description={t('warning')} columns={2} action={<Button size="sm" onClick={close}>{grid('hide')}</Button>}>
          {line.unit === '%' && <div className="sm:col-span-2"><ShareFields at={at} /></div>}
          {line.dimensions.length > 0 && !['%', 'yes/no', 'qualitative'].includes(line.unit) && <div className="grid gap-4 sm:col-span-2"><PartFields at={at} dimensions={line.dimensions} places={parts} /></div>}
          <DateField name={`${at}readOn`} label={t('readOn')} max={today} optional />
          <Guarded name={`${at}source`}><TextField name={`${at}source`} label={t('source')} hint={t('sourceHint')} maxLength={1000} optional /></Guarded>
          <Guarded name={`${at}comment`} className="sm:col-span-2"><TextArea name={`${at}comment`} label={t('comment')} rows={2} max={2000} optional /></Guarded>
          {line.unit === 'qualitative' && <Guarded name={`${at}answer`} className="empty:hidden sm:col-span-2">{null}</Guarded>}
          {files.length > 0 && <div className="empty:hidden sm:col-span-2"><GuardedTexts name={`${at}${filesPath}`} label={guard('parts.files')} texts={files.map((file) => fileNameText(file).text ?? '')} /></div>}
          <p className="sm:col-span-2"><TextLink href={`${line.href}#readings`}>{grid('history')}</TextLink></p>
        </FormSection>
      </GroupLabel>
    </div>
  );
}

/** Takes the focus to a field inside; one that comes a moment later (the guard's notice is loaded beside the form) gets it then. */
function useFocus(wanted: string | null, arrived: () => void) {
  const part = useRef<HTMLDivElement>(null);
  const latest = useRef(arrived);
  latest.current = arrived;
  useEffect(() => {
    if (wanted === null || !part.current) return;
    const go = () => {
      const target = document.getElementById(fieldId(wanted)) ?? (wanted.endsWith('-reason') ? null : part.current);
      target?.focus({ preventScroll: true });
      target?.scrollIntoView({ block: 'center' });
      if (target) latest.current();
      return target !== null;
    };
    if (go()) return;
    const observer = new MutationObserver(() => go() && observer.disconnect());
    observer.observe(part.current, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [wanted]);
  return part;
}
