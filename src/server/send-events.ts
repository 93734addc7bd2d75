import { pipeline, Readable } from 'node:stream'
import { constants, createGzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ServerSettings } from './app-services.ts'
import { errorReply } from './errors.ts'
import { eventStream } from './event-stream.ts'

export const defaultHeartbeatMs = 15_000

/** Sends events as they come. */
export function sendEvents<Event extends { readonly type: string }>(
  events: AsyncGenerator<Event>,
  { heartbeatMs = defaultHeartbeatMs }: Pick<ServerSettings, 'heartbeatMs'>,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const frames = eventStream(events, { heartbeatMs, describeError: (error) => errorReply(error, request).body })
  return sendFrames(frames, request, reply)
}

/** Sends frames as they come. Where the client takes gzip each is flushed by itself: verdicts shrink to an eighth. */
export function sendFrames(frames: AsyncGenerator<string>, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.header('content-type', 'text/event-stream; charset=utf-8')
  reply.header('cache-control', 'no-cache, no-transform')
  reply.header('x-accel-buffering', 'no')
  reply.header('vary', 'accept-encoding')
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(ReadableStream.from(frames))
  const compressed = createGzip({ flush: constants.Z_SYNC_FLUSH })
  // A failure ends the stream and with it the reply; the frames have named what went wrong.
  pipeline(Readable.from(frames), compressed, () => {})
  reply.header('content-encoding', 'gzip')
  return reply.send(compressed)
}
