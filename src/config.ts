import { z } from 'zod'

export const LogLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
export type LogLevel = z.infer<typeof LogLevel>

const ProxyAddress = z.union([
  z.enum(['loopback', 'linklocal', 'uniquelocal']),
  z.ipv4(),
  z.ipv6(),
  z.cidrv4(),
  z.cidrv6(),
])

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most))

/** Every variable that is read; each has a default that runs offline. */
const Environment = z.object({
  PORT: wholeNumber(0, 65_535).default(3000),
  // Both loopback addresses listen, so that http://localhost:3000 opens however the browser resolves the name.
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('localhost'),
  DATA_DIR: z.string().default('./data'),
  CORPUS_DIR: z.string().default('./corpus'),
  LOG_LEVEL: LogLevel.default('info'),
  RATE_LIMIT_PER_MINUTE: wholeNumber(0, 1_000_000).default(60),
  COOKIE_SECRET: z.string().min(32).nullable().default(null),
  TRUST_PROXY: z
    .union([
      z.enum(['true', 'false']).transform((value) => value === 'true'),
      z.string().refine((list) => list.split(',').every((part) => ProxyAddress.safeParse(part.trim()).success)),
    ])
    .default(false),
})
type VariableName = keyof z.infer<typeof Environment>

const expectations: Readonly<Record<VariableName, string>> = {
  PORT: '应为 0 到 65535 的整数，例如 3000',
  HOST: '应为主机名或 IP 地址，例如 0.0.0.0',
  DATA_DIR: '应为文件夹路径',
  CORPUS_DIR: '应为文件夹路径',
  LOG_LEVEL: `应为 ${LogLevel.options.join('、')} 之一`,
  RATE_LIMIT_PER_MINUTE: '应为每个访客每分钟可提问的次数（整数），0 表示不限',
  COOKIE_SECRET: '至少 32 个字符，例如用 openssl rand -hex 32 生成',
  TRUST_PROXY: '应为 false、true，或反向代理的地址（逗号分隔），例如 loopback,10.0.0.0/8',
}

/** What can be set from outside. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly dataFolder: string
  readonly corpusFolder: string
  readonly logLevel: LogLevel
  /** Questions per minute and client; 0 for no limit. */
  readonly rateLimitPerMinute: number
  /** Signs the tokens of owners; null to use one that is generated once and kept in the data folder. */
  readonly cookieSecret: string | null
  /** Who may say on whose behalf a request comes: nobody, everybody, or these addresses. */
  readonly trustProxy: boolean | string
}

/** The environment cannot be used; the message lists every problem with what to do. */
export class ConfigError extends Error {
  readonly code = 'config-invalid'
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(`配置有 ${problems.length} 处问题：\n${problems.map((problem) => `- ${problem}`).join('\n')}`)
    this.problems = problems
  }
}

/** Reads the environment once; throws a `ConfigError` with all problems. An empty variable counts as unset. */
export function loadConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const parsed = Environment.safeParse(given)
  if (!parsed.success) throw new ConfigError(problemsOf(parsed.error, given))
  return Object.freeze({
    port: parsed.data.PORT,
    host: parsed.data.HOST,
    dataFolder: parsed.data.DATA_DIR,
    corpusFolder: parsed.data.CORPUS_DIR,
    logLevel: parsed.data.LOG_LEVEL,
    rateLimitPerMinute: parsed.data.RATE_LIMIT_PER_MINUTE,
    cookieSecret: parsed.data.COOKIE_SECRET,
    trustProxy: parsed.data.TRUST_PROXY,
  })
}

function problemsOf(error: z.ZodError, given: Readonly<Record<string, string | undefined>>): string[] {
  const faulty = new Set(error.issues.map(({ path }) => path[0]))
  const names = Environment.keyof().options.filter((name) => faulty.has(name))
  return names.map((name) => {
    const shown = name === 'COOKIE_SECRET' ? '（值不显示）' : JSON.stringify(given[name])
    return `${name}=${shown}：${expectations[name]}；请改正，或删去这个变量以使用默认值`
  })
}
