import { validate } from 'node-cron'
import { z } from 'zod'
import { AppError } from '#model/error.ts'

const apiKey = z
  .string()
  .regex(/^cadre_\S{20,}$/, 'must begin with cadre_ and have 20 more characters, none a space')
const wholeNumber = (min: number, max: number) => z.coerce.number().int().min(min).max(max)
const url = z
  .url({ protocol: /^https?$/, error: 'must be an address with http:// or https:// before it' })
  .transform((value) => value.replace(/\/+$/, ''))

/** What node-postgres takes for an address; of all else it makes a host of its own. */
const databaseUrl = z
  .string()
  .regex(
    /^(?:postgres(?:ql)?:\/\/|socket:|\/)/,
    'must begin with postgres://, as in postgres://cadre:…@db:5432/cadre',
  )

/** 32 random bytes in base64, as `openssl rand -base64 32` prints them. */
const secretKey = z
  .string()
  .transform((value) => Buffer.from(value, 'base64'))
  .refine((key) => key.length === 32, 'must be 32 bytes in base64: openssl rand -base64 32')

/** The environment, all of it. What changes without a restart (policies, modes, limits) is data in the store. */
export const Config = z
  .object({
    PORT: wholeNumber(0, 65_535).default(3000),
    HOST: z.string().default('127.0.0.1'),
    /** Where the tools reach this service, e.g. `https://cadre.example.org`. Without it there are no webhooks, only the sweep. */
    PUBLIC_URL: url.optional(),
    /** PostgreSQL; without it the embedded store in DATA_DIR is used. */
    DATABASE_URL: databaseUrl.optional(),
    DATA_DIR: z.string().default('./data'),
    CADRE_SECRET_KEY: secretKey.optional(),
    /** A first API key, for setting up. Later keys: `cadre keys create`. */
    CADRE_ADMIN_KEY: apiKey.optional(),
    TRELLO_API_URL: url.optional(),
    NOTION_API_URL: url.optional(),
    CLICKUP_API_URL: url.optional(),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
    WORKER_CONCURRENCY: wholeNumber(1, 64).default(4),
    /** How long a client may go on typing before the first look; by default what suits each tool. */
    QUIET_PERIOD_SECONDS: wholeNumber(0, 3600).optional(),
    SWEEP_CRON: z
      .string()
      .refine((expression) => validate(expression), 'is no cron expression such as */10 * * * *')
      .default('*/10 * * * *'),
    RETENTION_DAYS: wholeNumber(1, 3650).default(90),
  })
  .refine((config) => config.DATABASE_URL === undefined || config.CADRE_SECRET_KEY !== undefined, {
    path: ['CADRE_SECRET_KEY'],
    message: 'is required with DATABASE_URL, so that every instance can read the secrets',
  })
export type Config = Readonly<z.infer<typeof Config>>

/** What the command line needs: which service it speaks with, as whom, and what opens a text to be edited. */
const CommandConfig = z
  .object({
    HOST: Config.shape.HOST,
    PORT: Config.shape.PORT,
    CADRE_ADMIN_KEY: Config.shape.CADRE_ADMIN_KEY,
    /** A service elsewhere; by default the one of this machine. */
    CADRE_URL: url.optional(),
    /** A key of the person at the terminal. */
    CADRE_KEY: apiKey.optional(),
    VISUAL: z.string().optional(),
    EDITOR: z.string().optional(),
  })
  .transform(({ HOST, PORT, CADRE_URL, CADRE_KEY, CADRE_ADMIN_KEY, VISUAL, EDITOR }) => ({
    // RFC 3986 §3.2.2: an IPv6 address stands in brackets, or its colons are taken for the port's.
    url: CADRE_URL ?? `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`,
    key: CADRE_KEY ?? CADRE_ADMIN_KEY,
    editor: VISUAL ?? EDITOR ?? 'vi',
  }))
export type CommandConfig = Readonly<z.infer<typeof CommandConfig>>

/**
 * Read the configuration. Empty values count as absent, so that `.env.example` can name everything.
 * @throws AppError CONFIG_INVALID with every problem at once
 */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  return read(Config, environment)
}

function read<T>(shape: z.ZodType<T>, environment: Readonly<Record<string, string | undefined>>): T {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ''))
  const parsed = shape.safeParse(given)
  if (parsed.success) return Object.freeze(parsed.data)
  const details = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
  throw new AppError('CONFIG_INVALID', 'the environment is not usable', { details })
}

/** The process's own environment; the only place that reads it. */
export function configFromEnvironment(): Config {
  return parseConfig(process.env)
}

/** The same for a command at a terminal. @throws AppError CONFIG_INVALID */
export function commandConfig(): CommandConfig {
  return read(CommandConfig, process.env)
}

/**
 * Let the process count in UTC, wherever it runs. Nothing of ours depends on the machine's own zone, but what runs jobs by
 * the clock does: in the night in which clocks are put back node-cron runs nothing for two hours, and spins for one.
 */
export function countInUtc(): void {
  process.env.TZ = 'UTC'
}

/** What may be shown of the configuration at start: values, but of secrets only whether they are there. */
export function summarize(config: Config): Record<string, unknown> {
  const secret = ['DATABASE_URL', 'CADRE_SECRET_KEY', 'CADRE_ADMIN_KEY']
  return Object.fromEntries(
    Object.keys(Config.shape).map((name) => {
      const value = config[name as keyof Config]
      return [name, secret.includes(name) ? (value === undefined ? 'no' : 'yes') : (value ?? null)]
    }),
  )
}
