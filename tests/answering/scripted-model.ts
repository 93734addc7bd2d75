import type { z } from 'zod'
import {
  type Answer,
  type ChatModel,
  type ModelCall,
  ModelError,
  type StructuredRequest,
} from '../../src/answering/index.ts'

type Request = StructuredRequest<z.ZodType>

export interface ScriptedModel extends ChatModel {
  /** In order. */
  readonly requests: readonly Request[]
}

/** A language model that gives one value for each shape it is asked for; a reply may throw instead. */
export function createScriptedModel(replies: Readonly<Record<string, (request: Request) => unknown>>): ScriptedModel {
  const requests: Request[] = []
  return {
    name: 'scripted',
    requests,
    // What it would write is another matter: its answers are those of the templates.
    stream: () => {
      throw new ModelError('refused', 'no stream is scripted')
    },
    async complete(request) {
      requests.push(request)
      const reply = replies[request.name]
      if (!reply) throw new Error(`no reply is scripted for ${request.name}`)
      return request.schema.parse(reply(request))
    },
  }
}

/** What the model was asked before the answer was worded. */
export function readingCalls({ modelCalls = [] }: Answer): ModelCall[] {
  return modelCalls.filter(({ step }) => step !== 'word')
}

/** An answer without its ids and what says that a model was asked. */
export function plain({ modelCalls: _calls, id: _id, conversationId: _conversation, ...answer }: Answer) {
  return answer
}
