import { ModelError, type ModelErrorCode } from '../answering/index.ts'

/** A failure that may pass by itself; worth another try as long as nothing was received. */
export class PassingModelError extends ModelError {
  /** How long the service asks to wait; null where it does not say. */
  readonly retryAfterMs: number | null
  constructor(code: ModelErrorCode, message: string, retryAfterMs: number | null = null) {
    super(code, message)
    this.retryAfterMs = retryAfterMs
  }
}

/** What was called, and which settings to look at when it fails. */
export interface CalledModel {
  /** Such as `语言模型 qwen-plus`. */
  readonly what: string
  readonly settings: { readonly url: string; readonly model: string; readonly key: string }
}

/**
 * Any failure of a call to a model, in our words only: a server may repeat the key or the prompt in its own,
 * so neither its message nor its error is kept.
 */
export function modelErrorOf(error: unknown, { what, settings }: CalledModel): ModelError {
  if (error instanceof ModelError) return error
  const { status, code, name, message } = partsOf(error)
  if (error instanceof SyntaxError) return new ModelError('invalid-output', `${what}返回的内容不是约定的格式。`)
  if (name === 'APIConnectionTimeoutError' || name === 'APIUserAbortError')
    return new ModelError('timeout', `${what}没有按时应答。`)
  if (status === null) return unreachable(error, what, settings.url)
  if (status === 429 && code === 'insufficient_quota')
    return new ModelError('rate-limited', `${what}的额度已用完（HTTP 429）。请在服务商处续费或更换密钥。`)
  if (status === 429) return new PassingModelError('rate-limited', `${what}限流（HTTP 429）。`, retryAfterOf(error))
  if (status >= 500 || status === 408)
    return new PassingModelError('unavailable', `${what}出错（HTTP ${status}）。`, retryAfterOf(error))
  if (status === 401 || status === 403)
    return new ModelError('unavailable', `${what}拒绝了密钥（HTTP ${status}）。请检查 ${settings.key}。`)
  if (status === 404) {
    const check = `请检查 ${settings.model} 和 ${settings.url}（网址通常以 /v1 结尾）`
    return new ModelError('unavailable', `${what}：服务器上没有这个模型或这个网址（HTTP 404）。${check}。`)
  }
  if (/content.?filter|data.?inspection/i.test(code)) return new ModelError('refused', `${what}拒绝回答（${status}）。`)
  if (status === 413 || /context.?length/i.test(code) || /context.?length|too long|maximum.{0,40}tokens/i.test(message))
    return new ModelError('too-long', `交给${what}的内容太长（HTTP ${status}）。`)
  return new ModelError('unavailable', `${what}不接受请求（HTTP ${status}）。请检查 ${settings.model}。`)
}

/** Nothing was answered at all, or the answer broke off. */
function unreachable(error: unknown, what: string, setting: string): PassingModelError {
  const reason = networkCodeOf(error)
  const detail = reason === null ? '' : `（${reason}）`
  return new PassingModelError('unavailable', `${what}连接不上或中途断开${detail}。请检查 ${setting} 和网络。`)
}

/** Such as `ECONNREFUSED`, from however deep it was wrapped. */
function networkCodeOf(error: unknown, depth = 0): string | null {
  if (!(error instanceof Error) || depth > 5) return null
  if ('code' in error && typeof error.code === 'string' && /^[A-Z][A-Z_]{2,40}$/.test(error.code)) return error.code
  return networkCodeOf(error.cause, depth + 1)
}

/** The SDKs have classes of their own for this; all of them carry these properties. */
export function partsOf(error: unknown) {
  const read = (key: string): unknown => (typeof error === 'object' && error !== null ? Reflect.get(error, key) : null)
  const [status, code, message] = [read('status'), read('code') ?? read('type'), read('message')]
  return {
    status: typeof status === 'number' ? status : null,
    code: typeof code === 'string' ? code : '',
    name: error instanceof Error ? error.constructor.name : '',
    message: typeof message === 'string' ? message : '',
  }
}

function retryAfterOf(error: unknown): number | null {
  const headers: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'headers') : null
  if (!(headers instanceof Headers)) return null
  const milliseconds = Number(headers.get('retry-after-ms') ?? Number.NaN)
  if (Number.isFinite(milliseconds)) return milliseconds
  const value = headers.get('retry-after')
  if (value === null) return null
  const seconds = Number(value)
  const waitMs = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - Date.now()
  return Number.isFinite(waitMs) ? Math.max(0, waitMs) : null
}
