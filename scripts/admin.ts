import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { sql } from 'drizzle-orm';
import { createTranslator } from 'use-intl/core';
import type { z } from 'zod';
import { closeDatabase, database } from '@/db/client';
import { users } from '@/db/schema';
import { runAsSystem } from '@/lib/action';
import { errorText } from '@/lib/i18n/error-text';
import { newId } from '@/lib/shared/ids';
import { Refusal } from '@/lib/shared/result';
import { createUser, setPassword, setUserDisabled } from '@/lib/users/mutations';
import { createUserSchema, setPasswordSchema } from '@/lib/users/schema';
import errors from '@/messages/en/errors.json';
import { askHidden } from './lib/ask';

const help = `Usage: npm run admin -- COMMAND OPTIONS

  create-user    --email ADDRESS --name "FULL NAME" [--admin] [--password TEXT | --generate]
  set-password   --email ADDRESS [--password TEXT | --generate]
  disable-user   --email ADDRESS
  enable-user    --email ADDRESS
  list-users

Without --password you are asked for one; where nobody can be asked, one is generated and printed.`;

/** Bad input, said in words. */
class Mistake extends Error {}

const flags = {
  email: { type: 'string' },
  name: { type: 'string' },
  password: { type: 'string' },
  admin: { type: 'boolean', default: false },
  generate: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

type Flags = ReturnType<typeof read>['values'];
const allowed: Record<string, string[]> = {
  'create-user': ['email', 'name', 'password', 'admin', 'generate'],
  'set-password': ['email', 'password', 'generate'],
  'disable-user': ['email'],
  'enable-user': ['email'],
  'list-users': [],
};

function read() {
  const parsed = parseArgs({ options: flags, allowPositionals: true });
  const [command = 'help', ...more] = parsed.positionals;
  if (more.length > 0) throw new Mistake(`"${more.join(' ')}" is not expected here: put text with spaces in quotes.`);
  for (const [name, value] of Object.entries(parsed.values)) {
    if (value && name !== 'help' && allowed[command] && !allowed[command].includes(name)) throw new Mistake(`${command} does not take --${name}.`);
  }
  return { command, values: parsed.values };
}

const translate = createTranslator({ locale: 'en', messages: { errors } as Record<string, object>, namespace: 'errors' });
const words = (key: string, params?: Record<string, string | number>) => errorText(translate as unknown as Parameters<typeof errorText>[0], key, params);

function check<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new Mistake(parsed.error.issues.map((issue) => `--${issue.path.join('.')}: ${words(issue.message)}`).join('\n'));
}

function need(values: Flags, name: 'email' | 'name'): string {
  const text = values[name];
  if (!text) throw new Mistake(`--${name} is missing.`);
  return text;
}

async function choosePassword(values: Flags): Promise<string> {
  if (values.password !== undefined && values.generate) throw new Mistake('Give either --password or --generate.');
  if (values.password !== undefined) return values.password;
  if (!values.generate && process.stdin.isTTY) {
    const first = await askHidden('Password (10 characters or more): ');
    if (first !== (await askHidden('The same again: '))) throw new Mistake('The two passwords differ; nothing was changed.');
    return first;
  }
  const password = randomBytes(12).toString('base64url');
  console.log(`Generated password: ${password}`);
  return password;
}

async function find(email: string) {
  const [user] = await database().select({ id: users.id, email: users.email }).from(users).where(sql`lower(${users.email}) = lower(${email.trim()})`);
  if (!user) throw new Mistake(`There is no account with the address ${email}. See: npm run admin -- list-users`);
  return user;
}

async function create(values: Flags): Promise<string> {
  const facts = { id: newId(), email: need(values, 'email'), name: need(values, 'name'), isAdmin: values.admin };
  check(createUserSchema, facts); // before a password is asked for
  const input = check(createUserSchema, { ...facts, password: await choosePassword(values) });
  await runAsSystem('admin create-user', (work) => createUser(work, input));
  return `Account ${input.email} was created${input.isAdmin ? ' as an administrator' : ''}.`;
}

async function changePassword(values: Flags): Promise<string> {
  const user = await find(need(values, 'email'));
  const input = check(setPasswordSchema, { userId: user.id, password: await choosePassword(values) });
  await runAsSystem('admin set-password', (work) => setPassword(work, input));
  return `The password of ${user.email} was changed; its sessions have ended.`;
}

const setDisabled = (disabled: boolean) => async (values: Flags) => {
  const user = await find(need(values, 'email'));
  await runAsSystem(disabled ? 'admin disable-user' : 'admin enable-user', (work) => setUserDisabled(work, { userId: user.id, disabled }));
  return `Account ${user.email} is ${disabled ? 'disabled' : 'enabled'}.`;
};

async function list(): Promise<string> {
  const all = await database().select().from(users).orderBy(users.email);
  const line = (user: (typeof all)[number]) =>
    [user.email, user.name, user.isAdmin ? 'administrator' : '', user.disabledAt ? 'disabled' : ''].filter(Boolean).join(' · ');
  return all.length > 0 ? all.map(line).join('\n') : 'There are no accounts yet.';
}

const commands: Record<string, (values: Flags) => Promise<string>> = {
  'create-user': create,
  'set-password': changePassword,
  'disable-user': setDisabled(true),
  'enable-user': setDisabled(false),
  'list-users': list,
};

try {
  const { command, values } = read();
  const action = commands[command];
  if (values.help || command === 'help') console.log(help);
  else if (action) console.log(await action(values));
  else throw new Mistake(`There is no command "${command}".\n\n${help}`);
} catch (error) {
  process.exitCode = 1;
  if (error instanceof Refusal) console.error(words(error.failure.reason, error.failure.params));
  else if (error instanceof Mistake || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) console.error((error as Error).message);
  else throw error;
} finally {
  await closeDatabase();
}
