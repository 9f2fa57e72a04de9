/** The id of a field's control: 'sessions.0.date' → 'f-sessions-0-date'. The error summary links to it. */
export const fieldId = (name: string): string => `f-${name.replaceAll('.', '-')}`;

export type FieldProblem = { name: string; message: string };

/** The tree of errors of react-hook-form as a list in field order; an array's own error stands under the array's name. */
export function flattenErrors(tree: object, path = ''): FieldProblem[] {
  return Object.entries(tree).flatMap(([key, node]) => {
    if (typeof node !== 'object' || node === null || key === 'ref' || key === 'types') return [];
    const name = key === 'root' ? path : path ? `${path}.${key}` : key;
    const own = 'message' in node && typeof node.message === 'string' && node.message ? [{ name, message: node.message }] : [];
    return [...own, ...flattenErrors(node, name)];
  });
}

export type Difference = { name: string; mine: unknown; theirs: unknown; base: unknown; suggestion: 'mine' | 'theirs' };

/** Equal for a person who fills in a form: '' is null, '5' is 5. */
export const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(normal(a)) === JSON.stringify(normal(b));
// A form holds '' and '5' where the record holds null and 5: that is no difference anybody made.
function normal(value: unknown): unknown {
  if (value === '' || value === null || value === undefined) return null;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(normal);
  if (typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, inner]) => normal(inner) !== null)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inner]) => [key, normal(inner)]),
    );
  return value;
}

/**
 * Where my text and the stored one differ, field by field, seen from the version both started from. The suggestion takes theirs where only they
 * changed the field and mine everywhere else, so that nobody's change is dropped unseen.
 */
export function differences(base: Record<string, unknown>, mine: Record<string, unknown>, theirs: Record<string, unknown>): Difference[] {
  return Object.keys(theirs)
    .filter((name) => name !== 'id' && name !== 'version' && name in mine && !sameValue(mine[name], theirs[name]))
    .map((name) => ({ name, mine: mine[name], theirs: theirs[name], base: base[name], suggestion: sameValue(mine[name], base[name]) ? 'theirs' : 'mine' }));
}
