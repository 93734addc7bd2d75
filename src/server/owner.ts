import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { bearerToken } from './bearer-token.ts'
import { RequestError } from './errors.ts'

const cookieName = 'policy-navigator-owner'
const tokenHeader = 'x-conversation-token'
const oneYearSeconds = 365 * 24 * 60 * 60

/** Whoever may read a conversation: a browser by its cookie, a program by its token; nobody signs in. */
export interface Owner {
  readonly id: string
  readonly isNew: boolean
}

/** The owner that a request proves to be, or a new one. */
export function ownerOf(request: FastifyRequest): Owner {
  const id = knownOwnerId(request)
  return id === null ? { id: crypto.randomUUID(), isNew: true } : { id, isNew: false }
}

/** Null where the request proves no owner; throws for a token that is not ours. */
export function knownOwnerId(request: FastifyRequest): string | null {
  const token = bearerToken(request)
  if (token === null) return idOfToken(request.server, request.cookies[cookieName])
  const id = idOfToken(request.server, token)
  if (id === null) throw new RequestError('token-invalid')
  return id
}

/** Hands a new owner the proof, as a cookie and as a token. */
export function introduce(owner: Owner, request: FastifyRequest, reply: FastifyReply): void {
  if (!owner.isNew) return
  const token = request.server.signCookie(owner.id)
  reply.header(tokenHeader, token)
  reply.setCookie(cookieName, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: oneYearSeconds,
  })
}

function idOfToken(app: FastifyInstance, token: string | undefined): string | null {
  const { valid, value } = token === undefined ? { valid: false, value: null } : app.unsignCookie(token)
  return valid && z.uuid().safeParse(value).success ? value : null
}
