'use client';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Icon } from './icon';

/** The native modal dialog: focus stays inside, Escape closes, focus returns to what opened it. `closeLabel` names the cross. */
export function Dialog({
  open,
  onClose,
  title,
  closeLabel,
  wide,
  children,
}: {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  closeLabel: string;
  /** for tables */
  wide?: boolean;
  children: ReactNode;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (open && !dialog?.open) dialog?.showModal();
    if (!open && dialog?.open) dialog.close();
  }, [open]);
  return (
    <dialog ref={ref} className="modal" data-wide={wide || undefined} aria-labelledby={id} onClose={onClose}>
      {open && (
        <>
          <div className="flex items-start justify-between gap-4 px-5 pt-4">
            <h2 id={id} className="text-base font-semibold">
              {title}
            </h2>
            <button type="button" onClick={onClose} aria-label={closeLabel} className="-mr-1 rounded-md p-1.5 text-soft hover:bg-sunken">
              <Icon name="close" />
            </button>
          </div>
          <div className="px-5 pt-2 pb-5">{children}</div>
        </>
      )}
    </dialog>
  );
}
