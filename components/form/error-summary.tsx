'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useFormState } from 'react-hook-form';
import { Icon } from '@/components/ui/icon';
import { type Reveal, useErrorText, useKit } from './context';
import { RecordLink } from './error-sentence';
import { type FieldProblem, fieldId, flattenErrors } from './errors';

/** After a failed submit: says what is wrong, takes the focus, links to each field, and marks the page's title. */
export function ErrorSummary() {
  const { form, labels, reveals } = useKit();
  const { errors } = useFormState();
  const t = useTranslations('forms');
  const text = useErrorText();
  const box = useRef<HTMLDivElement>(null);
  const focused = useRef(0);
  const { attempts, failure } = form;
  const problems = flattenErrors(errors);
  const reason = failure && !(failure.reason === 'invalid' && problems.length > 0) && !form.conflict ? failure : null;
  const said = reason && text(reason.reason, reason.params);
  const shown = attempts > 0 && (problems.length > 0 || reason !== null);

  // The errors reach this component a render later than the count of attempts, so the focus waits for both.
  useEffect(() => {
    if (attempts === 0) focused.current = 0;
    if (!shown || focused.current === attempts) return;
    focused.current = attempts;
    box.current?.focus();
  }, [shown, attempts]);
  useEffect(() => {
    if (!shown) return;
    const prefix = t('errorPrefix');
    document.title = `${prefix}${document.title}`;
    return () => {
      document.title = document.title.replace(prefix, '');
    };
  }, [shown, t]);

  if (!shown) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className="rounded-lg border-2 border-bad bg-surface p-4">
      <h2 className="flex items-center gap-2 font-semibold text-bad">
        <Icon name="error" size={18} />
        {t('problemTitle')}
      </h2>
      {/* What a field says word for word stands once, with the way to the field. */}
      {said && problems.every(({ message }) => text(message) !== said) && <p className="mt-1">{said}</p>}
      {problems.length > 0 && (
        <ul className="mt-2 grid gap-1">
          {problems.toSorted(byPlace).map(({ name, message }) => (
            <li key={name}>
              <a href={`#${fieldId(name)}`} className="font-medium text-bad underline underline-offset-3" onClick={(event) => jump(event, name, reveals)}>
                {labels.has(name) ? `${labels.get(name)}: ` : ''}
                {text(message)}
              </a>{' '}
              <RecordLink message={message} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

// The order on the page, which is the order in which a person meets them.
function byPlace(a: FieldProblem, b: FieldProblem): number {
  const [first, second] = [a, b].map(({ name }) => document.getElementById(fieldId(name)));
  if (!first || !second || first === second) return 0;
  return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

function jump(event: React.MouseEvent, name: string, reveals: ReadonlySet<Reveal>) {
  const target = document.getElementById(fieldId(name));
  if (target || [...reveals].some((reveal) => reveal(name))) event.preventDefault();
  if (!target) return;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'center' });
}
