import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { bearerToken } from './bearer-token.ts'
import { RequestError } from './errors.ts'

const lifetimeSeconds = 30 * 60
/** A stolen token cannot be renewed for ever. */
const longestVisitSeconds = 12 * 60 * 60

/** Whoever asks through the widget, on one site: an owner of conversations that has nothing to do with any cookie. */
const Visitor = z.strictObject({
  kind: z.literal('widget-visitor'),
  id: z.uuid(),
  origin: z.string(),
  since: z.number(),
  until: z.number(),
})
type Visitor = z.infer<typeof Visitor>

export interface VisitorToken {
  readonly token: string
  readonly lifetimeSeconds: number
  readonly isNew: boolean
}

/** The visitor that a request proves to be; throws for a token that is not ours, has expired or is another site's. */
export function visitorOf(request: FastifyRequest): Visitor {
  const visitor = readVisitor(request)
  if (visitor === null) throw new RequestError('visitor-token-invalid')
  return visitor
}

/** A new token, for the same visitor where the request proves to be one. */
export function issueToken(request: FastifyRequest, origin: string): VisitorToken {
  const now = secondsNow()
  const known = readVisitor(request)
  const renewed = known !== null && now < known.since + longestVisitSeconds ? known : null
  const id = renewed?.id ?? crypto.randomUUID()
  const since = renewed?.since ?? now
  const token = sign({ kind: 'widget-visitor', id, origin, since, until: now + lifetimeSeconds }, request.server)
  return { token, lifetimeSeconds, isNew: renewed === null }
}

function readVisitor(request: FastifyRequest): Visitor | null {
  const token = bearerToken(request)
  const { valid, value } = token === null ? { valid: false, value: null } : request.server.unsignCookie(token)
  const visitor = valid && value !== null ? parseVisitor(value) : null
  const isCurrent = visitor !== null && secondsNow() < visitor.until && visitor.origin === request.headers.origin
  return isCurrent ? visitor : null
}

/** The signer of cookies signs plain ids of owners too: neither can be read as the other. */
function sign(visitor: Visitor, app: FastifyInstance): string {
  return app.signCookie(Buffer.from(JSON.stringify(visitor)).toString('base64url'))
}

function parseVisitor(value: string): Visitor | null {
  try {
    return Visitor.parse(JSON.parse(Buffer.from(value, 'base64url').toString()))
  } catch {
    // Signed by us, but something else, such as the id of an owner.
    return null
  }
}

function secondsNow(): number {
  return Math.floor(Date.now() / 1000)
}
