import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AnswerEvent } from '../../answering/index.ts'
import type { ServerSettings } from '../app-services.ts'
import { signOfLife, withSignsOfLife } from '../event-stream.ts'
import { defaultHeartbeatMs, sendFrames } from '../send-events.ts'
import { chunksOf, firstChunk } from './completion.ts'
import { completionErrorReply } from './error.ts'

interface ChunkOptions extends Pick<ServerSettings, 'heartbeatMs'> {
  readonly withUsage: boolean
}

/** Sends an answer as OpenAI's clients read a stream: bare `data:` lines and `[DONE]` at the end. */
export function sendChunks(
  events: AsyncGenerator<AnswerEvent>,
  options: ChunkOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  return sendFrames(frames(events, options, request), request, reply)
}

/** The text comes once the answer has ended: only then is every sentence verified. */
async function* frames(
  events: AsyncGenerator<AnswerEvent>,
  { heartbeatMs = defaultHeartbeatMs, withUsage }: ChunkOptions,
  request: FastifyRequest,
): AsyncGenerator<string> {
  const createdAtMs = Date.now()
  try {
    for await (const event of withSignsOfLife(events, heartbeatMs)) {
      if (event === null) yield signOfLife
      else if (event.type === 'answer-start') yield frame(firstChunk(event.id, createdAtMs))
      else if (event.type === 'answer-end')
        for (const chunk of chunksOf(event.answer, createdAtMs, withUsage)) yield frame(chunk)
    }
    yield 'data: [DONE]\n\n'
  } catch (error) {
    yield frame(completionErrorReply(error, request).body)
  }
}

function frame(data: object): string {
  return `data: ${JSON.stringify(data)}\n\n`
}
