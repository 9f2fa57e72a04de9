'use client';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Banner } from '@/components/ui/feedback';
import { explain } from '@/lib/i18n/actions';
import { useFormat } from '@/lib/i18n/use-format';
import { addDays, daysBetween } from '@/lib/shared/dates';
import { takeBackAction } from '@/lib/workplan/actions';
import { dayAt } from '@/lib/workplan/rules';

const RescheduleForm = dynamic(() => import('./reschedule-form').then((module) => module.RescheduleForm));

export type Movable = { id: string; reference: string; version: number; from: string; to: string };
/** What was planned for other days a moment ago, on the page of rescheduling. */
export type Moved = { id: string; reference: string; version: number; plannedStart: string };
type Asked = { id: string; reference: string; version: number; plannedStart: string; plannedEnd: string };
type Back = { id: string; version: number };
type Done = { text: string; back: Back | null };
type Drag = { item: Movable; element: Element; startX: number; startY: number; from: string; moved: boolean };
const threshold = 5;

/**
 * Lets a mouse or pen drag what the plan inside shows (`data-move`) to another day: over days of a calendar (`data-day`) or along a timeline (`data-timeline`).
 * Nothing is changed by the drop: it opens the form of rescheduling with the new days, where the reason is given. What was moved can be taken back.
 * By keyboard and by touch the same form is a page of its own, behind "Reschedule"; it leads back here with what it moved. What was done is said, has the
 * focus, and offers the way back.
 */
export function PlanMover({ projectId, movable, justMoved, children }: { projectId: string; movable: Movable[]; justMoved: Moved | null; children: ReactNode }) {
  const t = useTranslations('workplan');
  const common = useTranslations('common');
  const format = useFormat();
  const router = useRouter();
  const drag = useRef<Drag | null>(null);
  const moved = ({ id, reference, version, plannedStart }: Moved): Done => ({ text: t('moved', { reference, date: format.date(plannedStart) }), back: { id, version } });
  const [asked, setAsked] = useState<Asked | null>(null);
  const [done, setDone] = useState<Done | null>(() => justMoved && moved(justMoved));
  const [refusal, setRefusal] = useState('');
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (done) said.current?.focus();
  }, [done]);

  const down = (event: PointerEvent) => {
    const element = (event.target as Element).closest('[data-move]');
    const item = movable.find(({ id }) => id === element?.getAttribute('data-move'));
    if (!element || !item || event.button !== 0 || event.pointerType === 'touch') return;
    drag.current = { item, element, startX: event.clientX, startY: event.clientY, from: dayUnder(event, element) ?? item.from, moved: false };
  };
  const move = (event: PointerEvent) => {
    const now = drag.current;
    if (!now) return;
    const [x, y] = [event.clientX - now.startX, event.clientY - now.startY];
    if (!now.moved && Math.hypot(x, y) < threshold) return;
    if (!now.moved) event.currentTarget.setPointerCapture(event.pointerId);
    now.moved = true;
    (now.element as HTMLElement).style.transform = now.element instanceof SVGElement ? `translateX(${x}px)` : `translate(${x}px, ${y}px)`;
    (now.element as HTMLElement).style.pointerEvents = 'none'; // the day below is asked for
  };
  const end = (event: PointerEvent, dropped: boolean) => {
    const now = drag.current;
    drag.current = null;
    if (!now?.moved) return;
    const day = dropped ? dayUnder(event, now.element) : null;
    (now.element as HTMLElement).removeAttribute('style');
    window.addEventListener('click', stop, { capture: true, once: true }); // the link under it is not followed
    setTimeout(() => window.removeEventListener('click', stop, { capture: true }), 0);
    const shift = day === null ? 0 : daysBetween(now.from, day);
    const { id, version, reference, from, to } = now.item;
    if (shift !== 0) setAsked({ id, version, reference, plannedStart: addDays(from, shift), plannedEnd: addDays(to, shift) });
  };
  const saved = (what: Moved) => {
    setAsked(null);
    setRefusal('');
    setDone(moved(what));
    router.refresh();
  };
  const undo = async ({ id: activityId, version }: Back) => {
    const result = await takeBackAction({ projectId, activityId, version }).catch(() => null);
    if (!result?.ok) return setRefusal(result ? await explain({ reason: result.reason, params: result.params }) : common('failed'));
    setRefusal('');
    setDone({ text: t('movedBack', { date: format.date(result.value.plannedStart) }), back: null });
    router.refresh();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the plan inside has links for every act; this adds the mouse
    <div onPointerDown={down} onPointerMove={move} onPointerUp={(event) => end(event, true)} onPointerCancel={(event) => end(event, false)} onDragStart={(event) => event.preventDefault()}>
      {done && <div ref={said} tabIndex={-1} className="mx-4 mt-3 rounded-lg"><Banner kind="success" live action={done.back && <Button size="sm" icon="undo" onClick={() => done.back && undo(done.back)}>{t('undo')}</Button>}>{done.text}</Banner></div>}
      {refusal && <div className="px-4 pt-3"><Banner kind="error">{refusal}</Banner></div>}
      {movable.length > 0 && <p className="px-4 pt-2 text-xs text-soft max-sm:hidden">{t('dragHint')}</p>}
      {children}
      <Dialog open={asked !== null} onClose={() => setAsked(null)} title={asked ? t('moveTitle', { reference: asked.reference }) : ''} closeLabel={t('cancel')}>
        {asked && (
          <>
            <p className="mb-4 text-soft">{t('moveIntro')}</p>
            <RescheduleForm
              key={`${asked.id} ${asked.plannedStart}`}
              values={{ projectId, activityId: asked.id, version: asked.version, plannedStart: asked.plannedStart, plannedEnd: asked.plannedEnd }}
              onCancel={() => setAsked(null)}
              onSaved={(version, plannedStart) => saved({ id: asked.id, reference: asked.reference, version, plannedStart })}
            />
          </>
        )}
      </Dialog>
    </div>
  );
}

const stop = (event: MouseEvent) => {
  event.preventDefault();
  event.stopPropagation();
};

/** The day under the pointer: of the timeline in which the bar lies, or of the calendar's cell. */
function dayUnder(event: PointerEvent, element: Element): string | null {
  const timeline = element.closest('[data-timeline]');
  if (!timeline) return document.elementsFromPoint(event.clientX, event.clientY).map((one) => one.closest('[data-day]')?.getAttribute('data-day')).find(Boolean) ?? null;
  const { left, width } = timeline.getBoundingClientRect();
  const months = (timeline.getAttribute('data-timeline') ?? '').split(' ');
  return dayAt(months, ((event.clientX - left) / width) * months.length);
}
