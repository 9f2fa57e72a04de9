import type { SchemaSource } from '@/components/form/schema-source';
import type { SaveActivityForm, SaveActivityInput } from '@/lib/activities/schema';
import type { ActivityKind } from '@/lib/shared/vocabulary';

type Source = Exclude<SchemaSource<SaveActivityForm, SaveActivityInput>, object>;

/** The schema of a kind's form, fetched apart from the form: it and its library are a sixth of the page's script. */
export const schemaFor = (kind: ActivityKind) => async () => {
  const { activitySchemas } = await import('@/lib/activities/schema');
  // Each kind has its own member of the union; the form library wants one type.
  return activitySchemas[kind] as unknown as Awaited<ReturnType<Source>>;
};
