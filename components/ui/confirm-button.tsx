'use client';
import { useRouter } from 'next/navigation';
import { type ReactNode, useId, useState, useTransition } from 'react';
import { explain } from '@/lib/i18n/actions';
import type { ActionResult } from '@/lib/shared/result';
import { Button, type ButtonVariant } from './button';
import { Dialog } from './dialog';
import { Banner } from './feedback';
import type { IconName } from './icon';

export type ConfirmButtonProps = {
  /** Text of the button and of the confirming button. */
  label: string;
  title: string;
  body?: ReactNode;
  cancelLabel: string;
  /** What to read when the server cannot be reached. */
  failedText: string;
  /** Called with { ...input, note? }; the page is refreshed after success. */
  action: (input: never) => Promise<ActionResult<unknown>>;
  input: Record<string, unknown>;
  note?: { label: string; hint?: string; required?: boolean; maxLength?: number; name?: string };
  variant?: ButtonVariant;
  size?: 'md' | 'sm';
  icon?: IconName;
  /** Where to go after success, instead of staying. */
  then?: string;
};

/** A button that asks first, with room for a note, then runs an action. Texts come from the server, so a read page ships no messages for it. */
export function ConfirmButton({
  label,
  title,
  body,
  cancelLabel,
  failedText,
  action,
  input,
  note,
  variant = 'secondary',
  size,
  icon,
  then,
}: ConfirmButtonProps) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [refusal, setRefusal] = useState('');
  const [pending, start] = useTransition();
  const router = useRouter();
  const id = useId();

  const run = () =>
    start(async () => {
      try {
        const result = await action({ ...input, ...(note && { [note.name ?? 'note']: text }) } as never);
        if (!result.ok) return setRefusal(await explain({ reason: result.reason, params: result.params }));
        setOpen(false);
        setText('');
        if (then) router.push(then);
        else router.refresh();
      } catch {
        setRefusal(failedText);
      }
    });

  return (
    <>
      <Button
        variant={variant}
        size={size}
        icon={icon}
        onClick={() => {
          setRefusal('');
          setOpen(true);
        }}
      >
        {label}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title} closeLabel={cancelLabel}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!pending) run();
          }}
          className="grid gap-4"
        >
          {refusal && <Banner kind="error">{refusal}</Banner>}
          {body && <div>{body}</div>}
          {note && (
            <div className="grid gap-1">
              <label htmlFor={id} className="font-medium">
                {note.label}
              </label>
              {note.hint && (
                <p id={`${id}-hint`} className="text-xs text-soft">
                  {note.hint}
                </p>
              )}
              <textarea
                id={id}
                className="control"
                rows={4}
                required={note.required}
                maxLength={note.maxLength ?? 2000}
                value={text}
                onChange={(event) => setText(event.target.value)}
                aria-describedby={note.hint ? `${id}-hint` : undefined}
              />
            </div>
          )}
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setOpen(false)}>{cancelLabel}</Button>
            <Button type="submit" variant={variant === 'danger' ? 'danger' : 'primary'} disabled={pending}>
              {label}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
