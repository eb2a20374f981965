import { z } from 'zod'
import { isClientList } from './identity/clients.ts'

const port = z.coerce.number().int().min(0).max(65535)
const atLeastOne = z.coerce.number().int().min(1)
const yesOrNo = z.enum(['yes', 'no'])
const instant = z.iso.datetime({ offset: true })

/** Every setting of the server: its default, what it expects, what it means. */
export const settings = z.object({
  PORT: port.default(3000).describe('port to listen on, 0–65535; 0 takes any free one'),
  HOST: z.string().min(1).default('127.0.0.1').describe('address to listen on; 0.0.0.0 for every network interface'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'address people type into the browser when a proxy stands in front, for example https://xunfa.example.cn',
    ),
  DATA_DIR: z.string().min(1).default('.data').describe('folder of the database and the files'),
  DEMO: yesOrNo
    .optional()
    .describe(
      'yes fills a new database with an invented district and its accounts; default: yes for a new database in .data, else no',
    ),
  DEMO_SIZE: z
    .enum(['district', 'street'])
    .default('district')
    .describe(
      'what a new demonstration is filled with: district, fourteen streets and some 300 cases; street, one of them and 16 cases, at once',
    ),
  CLOCK: instant
    .optional()
    .describe('instant at which the office clock stands still, for example 2026-11-24T02:00:00Z; only with DEMO=yes'),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'])
    .default('info')
    .describe("detail of the operator's log"),
  SESSION_HOURS: atLeastOne.max(168).default(12).describe('hours after which a session ends whatever happens, 1–168'),
  SESSION_IDLE_MINUTES: atLeastOne
    .max(1440)
    .default(120)
    .describe('minutes without a request after which it ends, 1–1440'),
  SIGN_IN_LIMIT: atLeastOne
    .max(1000)
    .default(10)
    .describe(
      'failed sign-ins of an account at one address, and five times as many of an account or an address, within 15 minutes',
    ),
  PASSWORD_MEMORY_KB: atLeastOne
    .min(8)
    .default(19456)
    .describe('memory of one argon2id hash in KiB; less only for tests'),
  BODY_MAX_KB: atLeastOne.max(65536).default(2048).describe('largest JSON body in KiB, 1–65536'),
  ZEEBE_GATEWAY: z
    .string()
    .regex(/^[^\s/]+:\d{1,5}$/)
    .optional()
    .describe(
      'address at which Zeebe clients are answered (gRPC; REST under /v2 of PORT), for example 127.0.0.1:26500; default: none. Without TLS',
    ),
  ZEEBE_PROFILE: z
    .enum(['office', 'demo'])
    .optional()
    .describe(
      'office holds Zeebe clients as people are held; demo lets any of them on this machine in, as operators too, and starts on a demonstration only; default: by the database',
    ),
  ZEEBE_CLIENTS: z
    .string()
    .refine(isClientList)
    .default('')
    .describe(
      'clients with the roles of their tokens, separated by commas: <id>=<role@org>+<role@org>:<hash>; `npm start -- client-token` makes a token and its hash',
    ),
  DIRECT_PUBLISHING: yesOrNo
    .default('no')
    .describe(
      'yes lets one administrator, or a client with that role, publish procedures without a second one; starts on a demonstration only',
    ),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe(
      'mail server that notifications leave by, for example smtp://user:password@mail.example.cn:587; default: no mail',
    ),
  MAIL_FROM: z.email().optional().describe('sender of that mail; together with SMTP_URL'),
  PROVINCE_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      "address of the province's platform that is told of certificates cancelled, suspended, withdrawn or given back; default: none, the list is carried over by hand",
    ),
  PROVINCE_SECRET: z
    .string()
    .min(16)
    .optional()
    .describe('secret the reports are signed with; together with PROVINCE_URL'),
  INTAKE_MAX_AGE_MINUTES: atLeastOne
    .max(60)
    .default(5)
    .describe('minutes that the signature of a matter handed in by a program may be old, 1–60'),
  UPLOAD_MAX_MB: atLeastOne.max(1024).default(25).describe('largest file or deployment in MiB, 1–1024'),
})

export type Config = z.infer<typeof settings>

/** The settings cannot be used; the message names each setting, what it expects and what was found. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/**
 * Reads the settings once, at start; nobody else reads the environment. Empty values count as not set.
 * @throws ConfigError with every problem at once.
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(
    Object.keys(settings.shape).flatMap(name => (environment[name] ? [[name, environment[name]]] : [])),
  )
  const result = settings.safeParse(given)
  if (result.success) return checked(result.data)
  throw new ConfigError(result.error.issues.map(issue => complaint(String(issue.path[0]), given)).join('\n'))
}

function checked(config: Config): Config {
  if (config.CLOCK && config.DEMO !== 'yes')
    throw new ConfigError('CLOCK: expected only together with DEMO=yes; a real office runs on real time')
  requireBoth(config, 'SMTP_URL', 'MAIL_FROM')
  requireBoth(config, 'PROVINCE_URL', 'PROVINCE_SECRET')
  return config
}

function requireBoth(config: Config, one: keyof Config, other: keyof Config): void {
  if ((config[one] === undefined) === (config[other] === undefined)) return
  throw new ConfigError(`${one} and ${other}: expected both or neither`)
}

/** Settings that are, or hold, a secret: what was found is not printed. */
const SECRET: ReadonlySet<string> = new Set(['SMTP_URL', 'PROVINCE_SECRET'])

function complaint(name: string, given: Record<string, string | undefined>): string {
  const description = settings.shape[name as keyof Config].description ?? ''
  const found = SECRET.has(name) ? 'something else' : `'${given[name]}'`
  return `${name}: found ${found}, expected: ${description}`
}

/** The settings as text for `npm start -- --help`. */
export function describeSettings(): string {
  const defaults: Record<string, unknown> = settings.parse({})
  return Object.entries(settings.shape)
    .map(([name, schema]) => {
      const fallback = defaults[name] === undefined ? '' : ` (default ${String(defaults[name])})`
      return `  ${name.padEnd(22)}${schema.description}${fallback}`
    })
    .join('\n')
}
