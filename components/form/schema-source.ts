import type { FieldValues, Resolver } from 'react-hook-form';
import type { z } from 'zod';
import { keyOfIssue } from '@/lib/shared/issues';
import { released } from './press';

/** The one schema that the action runs too; a large form fetches it when the first field is left, so that the page stands before it (DESIGN §6). */
export type SchemaSource<In, Out> = z.ZodType<Out, In> | (() => Promise<z.ZodType<Out, In>>);

/** The schema itself. Rejects while the network is away and it was never fetched. */
export const schemaOf = async <In, Out>(source: SchemaSource<In, Out>): Promise<z.ZodType<Out, In>> => (typeof source === 'function' ? source() : source);

/** Validates with the schema, once no button is being pressed. Where it cannot be fetched nothing is wrong here: the action checks the same, and its answer names the fields. */
export function resolverOf<In extends FieldValues, Out>(source: SchemaSource<In, Out>): Resolver<In, unknown, Out> {
  return async (values, context, options) => {
    const parts = await Promise.all([import('@hookform/resolvers/zod'), schemaOf(source), released()]).catch(() => null);
    if (!parts) return { values: values as unknown as Out, errors: {} };
    const [{ zodResolver }, schema] = parts;
    return zodResolver(schema, { error: keyOfIssue })(values, context, options);
  };
}
