import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, onRequestAsyncHookHandler } from 'fastify'
import type { ServerSettings } from './app-services.ts'
import { RequestError } from './errors.ts'
import { visitorOf } from './widget-visitor.ts'

const oneMinuteMs = 60_000

/** Security headers and signed cookies for everything. */
export async function registerSecurity(app: FastifyInstance, { cookieSecret }: ServerSettings): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    // Whether a host name is reachable by https only is for the proxy in front to say.
    strictTransportSecurity: false,
  })
  await app.register(cookie, { secret: cookieSecret })
}

/** One allowance per client for all ways of asking; none where the limit is 0. */
export async function createAskingLimit(
  app: FastifyInstance,
  { rateLimitPerMinute }: ServerSettings,
): Promise<onRequestAsyncHookHandler[]> {
  if (rateLimitPerMinute === 0) return []
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) => tooMany(ttl),
  })
  return [app.rateLimit({ max: rateLimitPerMinute, timeWindow: oneMinuteMs })]
}

/**
 * For the widget, besides the allowance of asking that an address has everywhere: tokens per address, and questions per
 * visitor wherever they come from. Follows `createAskingLimit`.
 */
export function createWidgetLimits(app: FastifyInstance, { rateLimitPerMinute }: ServerSettings) {
  if (rateLimitPerMinute === 0) return { limitTokens: [], limitVisitors: [] }
  const allowance = { max: rateLimitPerMinute, timeWindow: oneMinuteMs }
  const take = app.createRateLimit({ ...allowance, keyGenerator: (request) => visitorOf(request).id })
  const limitVisitors: onRequestAsyncHookHandler = async (request) => {
    const taken = await take(request)
    if (!taken.isAllowed && taken.isExceeded) throw tooMany(taken.ttl)
  }
  return { limitTokens: [app.rateLimit(allowance)], limitVisitors: [limitVisitors] }
}

function tooMany(ttlMs: number): RequestError {
  return new RequestError('rate-limited', { seconds: String(Math.max(1, Math.ceil(ttlMs / 1000))) })
}
