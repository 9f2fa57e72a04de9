'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Banner } from '@/components/ui/feedback';
import { remindAction } from '@/lib/action-points/actions/points';
import { explain } from '@/lib/i18n/actions';

type Point = { id: string; number: number; text: string; person: string };

/** Reminds the people responsible for what the list shows; all are chosen, each can be taken out. One mail a person. */
export function RemindButton({ projectId, points }: { projectId: string; points: Point[] }) {
  const [t, common] = [useTranslations('actionPoints'), useTranslations('common')];
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState<{ kind: 'success' | 'error'; text: string } | null>(null);
  const [pending, start] = useTransition();
  const chosen = points.filter(({ id }) => !left.has(id));
  const toggle = (id: string) => setLeft((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  const send = () =>
    start(async () => {
      try {
        const result = await remindAction({ projectId, actionPointIds: chosen.map(({ id }) => id) });
        setTold(result.ok ? { kind: 'success', text: t('reminded', { n: result.value.people }) } : { kind: 'error', text: await explain({ reason: result.reason, params: result.params }) });
        if (result.ok) router.refresh();
      } catch {
        setTold({ kind: 'error', text: common('failed') });
      }
    });
  return (
    <>
      <Button icon="clock" onClick={() => { setTold(null); setOpen(true); }}>{t('remind')}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('remindTitle')} closeLabel={common('close')}>
        <div className="grid gap-4">
          <div role="status">{told && <Banner kind={told.kind}>{told.text}</Banner>}</div>
          <p>{t('remindBody')}</p>
          <fieldset className="max-h-72 overflow-y-auto">
            <legend className="sr-only">{t('title')}</legend>
            {points.map((point) => (
              <label key={point.id} className="flex items-start gap-2 py-1.5">
                <input type="checkbox" className="tick" checked={!left.has(point.id)} onChange={() => toggle(point.id)} />
                <span>{point.number}. {point.text}<span className="block text-xs text-soft">{point.person}</span></span>
              </label>
            ))}
          </fieldset>
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>{common('close')}</Button>
            <Button variant="primary" aria-disabled={pending || chosen.length === 0 || undefined} onClick={() => !pending && chosen.length > 0 && send()}>{t('remindSend', { n: chosen.length })}</Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
