import * as z from 'zod';

const flag = z
  .string()
  .optional()
  .transform((text) => text === '1' || text === 'true');

const schema = z.object({
  NODE_ENV: z.string().default('development'),
  DATABASE_URL: z.string().min(1, 'DATABASE_URL is not set'),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
  /** off behind a pooler that gives each transaction another connection (pgbouncer in transaction mode) */
  DATABASE_PREPARE: z.enum(['0', '1']).default('1').transform((text) => text === '1'),
  DATA_DIR: z.string().default('.data'),
  NEXTAUTH_SECRET: z.string().min(16, 'NEXTAUTH_SECRET needs at least 16 characters').optional(),
  NEXTAUTH_URL: z.string().url().default('http://localhost:3000'),
  OIDC_ISSUER: z.string().url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default('Microsoft Entra'),
  /** smtp://user:password@host:587 or smtps://…; without it mails stay in the outbox */
  SMTP_URL: z.string().regex(/^smtps?:\/\/[^\s]+$/, 'must begin with smtp:// or smtps://').refine((text) => URL.canParse(text), 'is no address').optional(),
  MAIL_FROM: z.string().max(300).regex(/^[^\r\n]*@[^\r\n]*$/, 'must hold an e-mail address').optional(),
  TRUST_PROXY: flag,
  MAX_UPLOAD_MB: z.coerce.number().positive().max(200).default(20),
  CAPACITY_EMBEDDED: flag,
}).refine((settings) => !settings.SMTP_URL || settings.MAIL_FROM, { path: ['MAIL_FROM'], message: 'is needed where SMTP_URL is set' });

export type Env = z.output<typeof schema>;
let cached: Env | undefined;

/** The process's settings, checked once. Throws a sentence that names the setting when one is missing or malformed. */
export function env(): Env {
  cached ??= read();
  return cached;
}

function read(): Env {
  const parsed = schema.safeParse(Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== '')));
  if (parsed.success) return parsed.data;
  throw new Error(`Settings: ${parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`);
}
