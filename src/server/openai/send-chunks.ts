import type { FastifyReply, FastifyRequest } from 'fastify'
import { type AnswerEvent, createLineReader } from '../../answering/index.ts'
import type { ServerSettings } from '../app-services.ts'
import { signOfLife, withSignsOfLife } from '../event-stream.ts'
import { defaultHeartbeatMs, sendFrames } from '../send-events.ts'
import { chunker, lastChunks } from './completion.ts'
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

/** Each line as soon as its sentence is verified, and the rest once the answer has ended. */
async function* frames(
  events: AsyncGenerator<AnswerEvent>,
  { heartbeatMs = defaultHeartbeatMs, withUsage }: ChunkOptions,
  request: FastifyRequest,
): AsyncGenerator<string> {
  const createdAtMs = Date.now()
  const linesOf = createLineReader()
  let chunk = chunker('', createdAtMs)
  let sent = ''
  try {
    for await (const event of withSignsOfLife(events, heartbeatMs)) {
      if (event === null) yield signOfLife
      else if (event.type === 'answer-start') {
        chunk = chunker(event.id, createdAtMs)
        yield frame(chunk({ role: 'assistant', content: '' }))
      } else if (event.type === 'answer-end')
        for (const last of lastChunks(event.answer, sent, chunk, withUsage)) yield frame(last)
      else
        for (const line of linesOf(event)) {
          const content = sent === '' ? line : `\n${line}`
          sent += content
          yield frame(chunk({ content }))
        }
    }
    yield 'data: [DONE]\n\n'
  } catch (error) {
    yield frame(completionErrorReply(error, request).body)
  }
}

function frame(data: object): string {
  return `data: ${JSON.stringify(data)}\n\n`
}
