'use client';
import type { ComponentProps } from 'react';
import { LinkForm } from '@/components/links/link-form';
import type { LinkOutcome } from '@/components/links/outcome';
import { explain } from '@/lib/i18n/actions';
import type { ActionResult } from '@/lib/shared/result';

/** Posts to a route, because a file is larger than an action takes. */
async function send(_before: LinkOutcome, form: FormData): Promise<LinkOutcome> {
  const response = await fetch('/api/action-points/report', { method: 'POST', body: form });
  const result = (await response.json()) as ActionResult;
  if (result.ok) return { saved: true, message: '', fields: {} };
  const [first] = Object.values(result.fieldErrors ?? {});
  return { saved: false, message: await explain({ reason: first ?? result.reason, params: result.params }), fields: {} };
}

export function ReportForm(props: Omit<ComponentProps<typeof LinkForm>, 'action'>) {
  return <LinkForm {...props} action={send} />;
}
