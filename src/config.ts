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

/** The address of an interface to models. A key in it would end up in logs. */
const ModelAddress = z
  .url({ protocol: /^https?$/ })
  .refine((address) => !/[@?#]|\/(?:chat\/completions|embeddings|rerank)\/*$/.test(address))
  .transform((address) => address.replace(/\/+$/, ''))
const text = z.string().trim()
/** A site as browsers name it. */
const Origin = text
  .pipe(z.url({ protocol: /^https?$/ }).transform((address) => new URL(address)))
  .refine(({ href, origin, hostname }) => href === `${origin}/` && !hostname.includes('*'))
  .transform(({ origin }) => origin)
const secret = text.regex(/^[\x21-\x7e]+$/)

const addressExpected = '应为 OpenAI 兼容接口的网址，到 /v1 为止，不带密钥和参数，例如 https://api.example.com/v1'
const keyExpected = '应为服务商给出的密钥，不含空格和中文；本机服务不需要密钥时删去它'
const seconds = wholeNumber(1, 600)

/** Every variable that is read, with what it should be; each has a default that runs offline. */
const Environment = z.object({
  PORT: wholeNumber(0, 65_535).default(3000).describe('应为 0 到 65535 的整数，例如 3000'),
  // Both loopback addresses listen, so that http://localhost:3000 opens however the browser resolves the name.
  HOST: text
    .regex(/^[\w.:-]+$/)
    .default('localhost')
    .describe('应为主机名或 IP 地址，例如 0.0.0.0'),
  DATA_DIR: z.string().default('./data').describe('应为文件夹路径'),
  CORPUS_DIR: z.string().default('./corpus').describe('应为文件夹路径'),
  LOG_LEVEL: LogLevel.default('info').describe(`应为 ${LogLevel.options.join('、')} 之一`),
  RATE_LIMIT_PER_MINUTE: wholeNumber(0, 1_000_000)
    .default(60)
    .describe('应为每个访客每分钟可提问的次数（整数），0 表示不限'),
  COOKIE_SECRET: z
    .string()
    .min(32)
    .nullable()
    .default(null)
    .describe('至少 32 个字符，例如用 openssl rand -hex 32 生成'),
  TRUST_PROXY: z
    .union([
      z.enum(['true', 'false']).transform((value) => value === 'true'),
      z.string().refine((list) => list.split(',').every((part) => ProxyAddress.safeParse(part.trim()).success)),
    ])
    .default(false)
    .describe('应为 false、true，或反向代理的地址（逗号分隔），例如 loopback,10.0.0.0/8'),
  WIDGET_ORIGINS: text
    .transform((list) => list.split(','))
    .pipe(z.array(Origin))
    .default([])
    .describe('应为可嵌入小组件的网站来源（逗号分隔，不带路径和通配符），例如 https://www.example.com'),
  LLM_BASE_URL: ModelAddress.optional().describe(addressExpected),
  LLM_MODEL: text.optional().describe('应为服务商给出的模型名称，例如 qwen-plus'),
  LLM_API_KEY: secret.optional().describe(keyExpected),
  LLM_TIMEOUT_SECONDS: seconds.default(30).describe('应为一次回答最多用的秒数（1 到 600 的整数）'),
  LLM_FIRST_TOKEN_SECONDS: seconds.default(8).describe('应为等待第一个字最多用的秒数（1 到 600 的整数）'),
  LLM_CONCURRENCY: wholeNumber(1, 1_000).default(4).describe('应为同时向语言模型提出的请求数（1 到 1000 的整数）'),
  LLM_MAX_TOKENS: wholeNumber(16, 100_000)
    .default(2_000)
    .describe('应为一次回答最多的 token 数（16 到 100000 的整数）'),
  EMBEDDING_BASE_URL: ModelAddress.optional().describe(addressExpected),
  EMBEDDING_MODEL: text.optional().describe('应为服务商给出的向量模型名称，例如 bge-m3'),
  EMBEDDING_API_KEY: secret.optional().describe(keyExpected),
  EMBEDDING_DIMENSION: wholeNumber(1, 16_384).optional().describe('应为向量的维数（1 到 16384 的整数），例如 1024'),
  EMBEDDING_BATCH_SIZE: wholeNumber(1, 2_048).default(10).describe('应为一次请求最多的文本数（1 到 2048 的整数）'),
  EMBEDDING_MODEL_FOLDER: text.optional().describe('应为本机 ONNX 模型文件夹的路径'),
  RERANK_BASE_URL: ModelAddress.optional().describe(
    '应为重排接口的网址，到 /rerank 之前为止，不带密钥和参数，例如 https://api.example.com/v1',
  ),
  RERANK_MODEL: text.optional().describe('应为服务商给出的重排模型名称，例如 bge-reranker-v2-m3'),
  RERANK_API_KEY: secret.optional().describe(keyExpected),
})
type Variables = z.infer<typeof Environment>
type VariableName = keyof Variables

/** Their values are never shown. An address is among them, as one that is refused may hold a key. */
const secretNames = /_(?:SECRET|API_KEY|BASE_URL)$/

/** Variables that mean nothing without the first. */
const needs: readonly (readonly [VariableName, ...VariableName[]])[] = [
  ['LLM_BASE_URL', 'LLM_MODEL', 'LLM_API_KEY'],
  ['LLM_MODEL', 'LLM_BASE_URL'],
  ['EMBEDDING_BASE_URL', 'EMBEDDING_MODEL', 'EMBEDDING_API_KEY', 'EMBEDDING_DIMENSION'],
  ['EMBEDDING_MODEL', 'EMBEDDING_BASE_URL'],
  ['RERANK_BASE_URL', 'RERANK_MODEL', 'RERANK_API_KEY'],
  ['RERANK_MODEL', 'RERANK_BASE_URL'],
]

export type LanguageModelConfig = NonNullable<ReturnType<typeof languageModelOf>>
export type EmbeddingConfig = ReturnType<typeof embeddingOf>
export type RerankerConfig = NonNullable<ReturnType<typeof rerankerOf>>

/** What can be set from outside. */
export type Config = ReturnType<typeof configOf>

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
  const problems = [...(parsed.success ? [] : problemsOf(parsed.error, given)), ...contradictionsIn(given)]
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems)
  return configOf(parsed.data)
}

function configOf(variables: Variables) {
  return Object.freeze({
    port: variables.PORT,
    host: variables.HOST,
    dataFolder: variables.DATA_DIR,
    corpusFolder: variables.CORPUS_DIR,
    logLevel: variables.LOG_LEVEL,
    /** Questions per minute and client; 0 for no limit. */
    rateLimitPerMinute: variables.RATE_LIMIT_PER_MINUTE,
    /** Signs the tokens of owners; null to use one that is generated once and kept in the data folder. */
    cookieSecret: variables.COOKIE_SECRET,
    /** Who may say on whose behalf a request comes: nobody, everybody, or these addresses. */
    trustProxy: variables.TRUST_PROXY,
    widgetOrigins: variables.WIDGET_ORIGINS,
    languageModel: languageModelOf(variables),
    embedding: embeddingOf(variables),
    reranker: rerankerOf(variables),
  })
}

function languageModelOf(variables: Variables) {
  const { LLM_BASE_URL: baseUrl, LLM_MODEL: model, LLM_API_KEY: apiKey = null } = variables
  if (baseUrl === undefined || model === undefined) return null
  const { LLM_CONCURRENCY: concurrency, LLM_MAX_TOKENS: maxTokens } = variables
  const wholeMs = variables.LLM_TIMEOUT_SECONDS * 1000
  const firstTokenMs = variables.LLM_FIRST_TOKEN_SECONDS * 1000
  return Object.freeze({ baseUrl, model, apiKey, wholeMs, firstTokenMs, concurrency, maxTokens })
}

function embeddingOf(variables: Variables) {
  const { EMBEDDING_BASE_URL: baseUrl, EMBEDDING_MODEL: model, EMBEDDING_MODEL_FOLDER: folder } = variables
  if (folder !== undefined) return Object.freeze({ kind: 'folder' as const, folder })
  if (baseUrl === undefined || model === undefined) return Object.freeze({ kind: 'built-in' as const })
  const { EMBEDDING_API_KEY: apiKey = null, EMBEDDING_DIMENSION: dimension = null } = variables
  const batchSize = variables.EMBEDDING_BATCH_SIZE
  return Object.freeze({ kind: 'server' as const, baseUrl, model, apiKey, dimension, batchSize })
}

function rerankerOf(variables: Variables) {
  const { RERANK_BASE_URL: baseUrl, RERANK_MODEL: model, RERANK_API_KEY: apiKey = null } = variables
  return baseUrl === undefined || model === undefined ? null : Object.freeze({ baseUrl, model, apiKey })
}

function contradictionsIn(given: Readonly<Record<string, unknown>>): string[] {
  const missing = needs
    .filter(([needed]) => !(needed in given))
    .flatMap(([needed, ...names]) => names.filter((name) => name in given).map((name) => [name, needed] as const))
    .map(([name, needed]) => `设置了 ${name}，但缺少 ${needed}（${expectationOf(needed)}）；请补上，或删去 ${name}`)
  const isTwice = 'EMBEDDING_MODEL_FOLDER' in given && 'EMBEDDING_BASE_URL' in given
  const twice = '同时设置了 EMBEDDING_MODEL_FOLDER 和 EMBEDDING_BASE_URL；向量模型只能用一个，请删去其中一个'
  return isTwice ? [...missing, twice] : missing
}

function problemsOf(error: z.ZodError, given: Readonly<Record<string, string | undefined>>): string[] {
  const faulty = new Set(error.issues.map(({ path }) => path[0]))
  const names = Environment.keyof().options.filter((name) => faulty.has(name))
  return names.map((name) => {
    const shown = secretNames.test(name) ? '（值不显示）' : JSON.stringify(given[name])
    return `${name}=${shown}：${expectationOf(name)}；请改正，或删去这个变量以使用默认值`
  })
}

function expectationOf(name: VariableName): string {
  return Environment.shape[name].description ?? ''
}
