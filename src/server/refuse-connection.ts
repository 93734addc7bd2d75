import type { Socket } from 'node:net'
import type { ErrorReply } from './api.ts'
import { wording } from './wording.ts'

/** Answers what is not HTTP, or stopped half-way; no request exists at this point, so the reply is written by hand. */
export function refuseConnection(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return
  const status = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? '408 Request Timeout' : '400 Bad Request'
  const message = wording['zh-CN'].errors['request-malformed']
  const body = JSON.stringify({ error: { code: 'request-malformed', message } } satisfies ErrorReply)
  const headers = [
    `HTTP/1.1 ${status}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${new TextEncoder().encode(body).length}`,
    'connection: close',
  ]
  socket.end(`${headers.join('\r\n')}\r\n\r\n${body}`)
}
