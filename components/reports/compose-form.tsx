'use client';
import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import * as z from 'zod';
import { Form } from '@/components/form/form';
import { TextArea } from '@/components/form/inputs';
import { RestoreOffer } from '@/components/form/restore-offer';
import { SubmitBar } from '@/components/form/submit-bar';
import { useActionForm } from '@/components/form/use-action-form';
import { useAutosave } from '@/components/form/use-autosave';
import { Icon } from '@/components/ui/icon';
import { saveReportSectionsAction } from '@/lib/reports/actions';
import { completeness, type SectionName, writtenSections } from '@/lib/reports/rules/sections';
import { sectionBody, sectionLimit } from '@/lib/reports/schema';
import type { ActionResult } from '@/lib/shared/result';

type Values = { projectId: string; reportId: string; version: number } & Record<string, string | number>;
export type ComposeField = { key: string; label: string; hint?: string; rows: number; optional?: boolean };
export type ComposeSection = { name: SectionName; mark: string; title: string; hint: string; parts: { id: string; title?: ReactNode; figures?: ReactNode; fields: ComposeField[]; more?: { label: string; fields: ComposeField[] } }[] };
type Props = {
  values: Values;
  userId: string;
  sections: ComposeSection[];
  results: { id: string; level: string }[];
  texts: Record<'contents' | 'written' | 'notWritten' | 'save' | 'safe', string>;
  /** "n of m written" for every n, because counts move while one writes */
  progress: string[];
};

// One flat form, so that a conflict is shown section by section.
const schema = z.object({ projectId: z.string(), reportId: z.string(), version: z.number() }).catchall(sectionBody) as unknown as z.ZodType<Values, Values>;

async function send({ projectId, reportId, version, ...sections }: Values): Promise<ActionResult<{ version: number }>> {
  const result = await saveReportSectionsAction({ projectId, reportId, version, sections: sections as Record<string, string> });
  if (result.ok || !result.fieldErrors) return result;
  return { ...result, fieldErrors: Object.fromEntries(Object.entries(result.fieldErrors).map(([path, message]) => [path.replace(/^sections\./, ''), message])) };
}

/** Writes a report: each section with the figures that will stand beside it, saved while one writes. */
export function ComposeForm({ values, userId, sections, results, texts, progress }: Props) {
  const form = useActionForm<Values, Values, { version: number }>({ schema, action: send, defaultValues: values });
  const autosave = useAutosave({ form, schema, storageKey: `${userId}:${values.reportId}`, save: send, delay: 2000 });
  return (
    <Form form={form} className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[15rem_minmax(0,1fr)] lg:items-start">
      <SectionNav sections={sections} results={results} texts={texts} progress={progress} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
        <RestoreOffer autosave={autosave} />
        {sections.map((section) => <SectionPart key={section.name} section={section} />)}
        <SubmitBar label={texts.save} status={autosave.status} />
      </div>
    </Form>
  );
}

function SectionNav({ sections, results, texts, progress }: Omit<Props, 'values' | 'userId'>) {
  const now = useWatch() as Record<string, string>;
  const done = writtenSections(now, results);
  return (
    <nav aria-label={texts.contents} className="rounded-lg border border-line bg-surface p-3 lg:sticky lg:top-18">
      <p aria-live="polite" className="tabular px-2 pb-2 text-sm font-medium">{progress[completeness(now, results).written]}</p>
      <ol>
        {sections.map(({ name, mark, title }) => (
          <li key={name}>
            <a href={`#s-${name}`} className="flex min-h-8 items-center gap-2 rounded-md px-2 py-1 text-sm hover:bg-sunken">
              <span className="tabular w-5 shrink-0 text-soft">{mark}</span>
              <span className="min-w-0 flex-1">{title}</span>
              {done[name] ? <Icon name="check" size={14} className="text-good" /> : <Icon name="dot" size={14} className="text-soft" />}
              <span className="sr-only">{done[name] ? texts.written : texts.notWritten}</span>
            </a>
          </li>
        ))}
      </ol>
      <p className="mt-2 border-t border-line px-2 pt-2 text-xs text-soft">{texts.safe}</p>
    </nav>
  );
}

function SectionPart({ section }: { section: ComposeSection }) {
  return (
    <section id={`s-${section.name}`} aria-labelledby={`s-${section.name}-title`} className="scroll-mt-18 rounded-lg border border-line bg-surface p-4 sm:p-5">
      <h2 id={`s-${section.name}-title`} className="flex gap-2 text-base font-semibold"><span className="tabular text-accent">{section.mark}</span>{section.title}</h2>
      <p className="mt-0.5 max-w-prose text-sm text-soft">{section.hint}</p>
      {section.parts.map(({ id, title, figures, fields, more }) => (
        <div key={id} className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-4 not-first-of-type:border-t not-first-of-type:border-line not-first-of-type:pt-4">
          {title}
          {fields.map((field) => <Text key={field.key} field={field} hideLabel={fields.length === 1} />)}
          {figures}
          {more && more.fields.length > 0 && (
            <details>
              <summary className="inline-flex min-h-7 items-center gap-1 text-sm text-accent"><Icon name="right" size={12} className="turn" />{more.label}</summary>
              <div className="mt-2 grid gap-3">{more.fields.map((field) => <Text key={field.key} field={field} />)}</div>
            </details>
          )}
        </div>
      ))}
    </section>
  );
}

const Text = ({ field, hideLabel }: { field: ComposeField; hideLabel?: boolean }) => <TextArea name={field.key} label={field.label} hint={field.hint} rows={field.rows} max={sectionLimit} optional={field.optional} hideLabel={hideLabel} />;
