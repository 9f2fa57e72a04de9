'use client';
import { useTranslations } from 'next-intl';
import { createContext, use } from 'react';
import { errorText } from '@/lib/i18n/error-text';
import type { MessageParams } from '@/lib/shared/result';
import type { ActionForm } from './use-action-form';

/** Brings a field into the page that a long list has not drawn: gets the field's name, true when it is one of its own. */
export type Reveal = (name: string) => boolean;
type Kit = { form: ActionForm; labels: Map<string, string>; reveals: Set<Reveal> };
export const KitContext = createContext<Kit | null>(null);

/** The form a field stands in. */
export function useKit(): Kit {
  const kit = use(KitContext);
  if (!kit) throw new Error('a field stands outside <Form>');
  return kit;
}

/** Says which item of a repeated group a field belongs to ("Session 2"), for the error summary. */
export const GroupLabel = createContext('');

/** Turns message keys ('tooLong:200') into sentences; needs the namespace 'errors'. */
export function useErrorText() {
  const t = useTranslations('errors');
  return (message: string, params?: MessageParams) => errorText(t, message, params);
}
