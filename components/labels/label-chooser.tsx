import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Banner, EmptyState } from '@/components/ui/feedback';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import type { LabelHandOver } from '@/lib/equipment/queries/labels';
import { labelFormats, mostLabels } from '@/lib/equipment/rules/label-sheets';

type Props = { base: string; items: number; /** false: what was asked for named no item */ found: boolean; handOvers: LabelHandOver[]; owner: string; contact: string | null };

/** Which labels on which paper; the answer is a PDF. A plain form: it works without scripts. */
export function LabelChooser({ base, items, found, handOvers, owner, contact }: Props) {
  const t = useTranslations('labels');
  if (items === 0) return <Card><EmptyState icon="box" title={t('none')}>{t('noneHint')}</EmptyState></Card>;
  return (
    <div className="grid max-w-3xl grid-cols-1 gap-4">
      {!found && <Banner kind="warning" title={t('nothingFound')} live>{t('nothingFoundHint')}</Banner>}
      {!contact && <Banner kind="warning" title={t('noContact')} action={<TextLink href={`${base}/settings`}>{t('settings')}</TextLink>}>{t('noContactHint')}</Banner>}
      <Card>
        <form action={`${base}/equipment/labels.pdf`} target="_blank" rel="noopener" className="grid gap-5 sm:grid-cols-2">
          <Line id="handOver" label={t('which')}>
            <select id="handOver" name="handOver" className="control">
              <option value="">{t('all', { n: items })}</option>
              {handOvers.map((one) => <option key={one.reference} value={one.reference}>{t('handOver', { reference: one.reference, title: one.title, n: one.items })}</option>)}
            </select>
          </Line>
          <Line id="format" label={t('format')} hint={t('formatHint')}>
            <select id="format" name="format" className="control" aria-describedby="format-hint" defaultValue="a4_21">
              {labelFormats.map((format) => <option key={format} value={format}>{t(`formats.${format}`)}</option>)}
            </select>
          </Line>
          {items > mostLabels && <p className="text-soft sm:col-span-2">{t('most', { n: mostLabels })}</p>}
          <Line id="from" label={t('from')} hint={t('fromHint')}><input id="from" name="from" className="control" maxLength={40} autoComplete="off" aria-describedby="from-hint" /></Line>
          <Line id="to" label={t('to')}><input id="to" name="to" className="control" maxLength={40} autoComplete="off" /></Line>
          <Line id="start" label={t('start')} hint={t('startHint')}><input id="start" name="start" type="number" min={1} max={65} defaultValue={1} className="control num max-w-24" aria-describedby="start-hint" /></Line>
          <p className="self-end text-soft">{t('says', { owner })} {contact && t('saysContact', { contact })}</p>
          <div className="sm:col-span-2"><Button type="submit" variant="primary" icon="print">{t('make')}</Button></div>
        </form>
      </Card>
    </div>
  );
}

function Line({ id, label, hint, children }: { id: string; label: string; hint?: string; children: ReactNode }) {
  return (
    <div className="grid content-start gap-1">
      <label htmlFor={id} className="font-medium">{label}</label>
      {hint && <p id={`${id}-hint`} className="text-xs text-soft">{hint}</p>}
      {children}
    </div>
  );
}
