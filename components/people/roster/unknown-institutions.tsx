'use client';
import { useTranslations } from 'next-intl';
import { useId, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Banner } from '@/components/ui/feedback';
import { Card } from '@/components/ui/page';
import { useErrorText } from '@/components/form/context';
import { rememberInstitutionsAction } from '@/lib/people/actions';
import type { UnknownInstitution } from '@/lib/people/rules/roster/parse';

type Props = { projectId: string; names: UnknownInstitution[]; institutions: { value: string; label: string }[] };

/** Names of institutions that a list uses and nobody knows: said once, remembered for this and all later lists; then the list is read again. */
export function UnknownInstitutions({ projectId, names, institutions }: Props) {
  const t = useTranslations('imports');
  const text = useErrorText();
  const id = useId();
  const [said, setSaid] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const chosen = names.flatMap(({ name }) => (said[name] ? [{ name, institutionId: said[name] }] : []));
  const remember = () =>
    start(async () => {
      const result = await rememberInstitutionsAction({ projectId, names: chosen }).catch(() => ({ ok: false as const, reason: 'network' }));
      setFailure(result.ok ? null : text(result.reason));
    });
  return (
    <Card title={t('unknownInstitutions', { n: names.length })} description={t('unknownInstitutionsHint')}>
      <div className="grid gap-3">
        {failure && <Banner kind="error" live>{failure}</Banner>}
        <ul className="grid gap-3">
          {names.map(({ name, lines }, index) => (
            <li key={name} className="grid gap-1 sm:grid-cols-2 sm:items-center sm:gap-4">
              <label htmlFor={`${id}-${index}`} className="min-w-0 break-words">
                <span className="font-medium">{name}</span> <span className="tabular text-xs text-soft">{t('inLines', { n: lines })}</span>
              </label>
              <select id={`${id}-${index}`} className="control" value={said[name] ?? ''} onChange={(event) => setSaid({ ...said, [name]: event.target.value })}>
                <option value="">{t('notSaid')}</option>
                {institutions.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
              </select>
            </li>
          ))}
        </ul>
        <div><Button variant="primary" onClick={remember} disabled={pending || chosen.length === 0}>{t('rememberInstitutions', { n: chosen.length })}</Button></div>
      </div>
    </Card>
  );
}
