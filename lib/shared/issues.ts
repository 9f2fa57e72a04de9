import type { z } from 'zod';
import type { MessageKey } from './result';

// Apart from the fields, so that a form says what is wrong without loading the library that finds it.

type Issue = { code?: string; message?: string; input?: unknown; origin?: string; minimum?: unknown; maximum?: unknown; expected?: string; keys?: string[] };

/** The key of errors.json for an issue of zod: our own messages are keys already, zod's are told apart by their code. */
export function keyOfIssue(issue: Issue): MessageKey {
  if (issue.message && /^[a-z][A-Za-z]*(:|$)/.test(issue.message)) return issue.message;
  const missing = issue.input === undefined ? /received (undefined|null)$/.test(issue.message ?? 'received undefined') : issue.input === null;
  switch (issue.code) {
    case 'too_big':
      return `${issue.origin === 'string' ? 'tooLong' : issue.origin === 'array' ? 'tooMany' : 'tooLarge'}:${issue.maximum}`;
    case 'too_small':
      if (issue.origin === 'number' || issue.origin === 'int') return `tooSmall:${issue.minimum}`;
      return Number(issue.minimum) <= 1 ? 'required' : `${issue.origin === 'array' ? 'tooFew' : 'tooShort'}:${issue.minimum}`;
    case 'invalid_type':
      if (missing) return 'required';
      return issue.expected === 'number' ? 'notANumber' : issue.expected === 'int' ? 'notAWholeNumber' : 'invalid';
    case 'invalid_value':
      return 'invalidChoice';
    case 'unrecognized_keys':
      return 'unknownField';
    default:
      return 'invalid';
  }
}

/** Path of each refused field ('sessions.0.date'; '' for the whole) to its message key; the first issue of a field wins. */
export function flattenZodIssues(error: z.ZodError): Record<string, MessageKey> {
  const found: Record<string, MessageKey> = {};
  for (const issue of error.issues) {
    const path = issue.path.map(String);
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key].join('.')) : [path.join('.')];
    for (const at of paths) found[at] ??= keyOfIssue(issue);
  }
  return found;
}
