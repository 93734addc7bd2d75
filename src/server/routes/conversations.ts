import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ConversationReply, ErrorReply } from '../api.ts'
import type { AppServices } from '../app-services.ts'
import { RequestError } from '../errors.ts'
import { knownOwnerId } from '../owner.ts'

const Params = z.object({ id: z.string() })

/** Reading and deleting one's own conversations; those of others do not exist. */
export const conversationRoutes: FastifyPluginAsyncZod<{ services: AppServices }> = async (api, { services }) => {
  const { conversations } = services

  api.get('/conversations/:id', {
    schema: {
      summary: '读取自己的对话',
      tags: ['对话'],
      params: Params,
      response: { 200: ConversationReply, '4xx': ErrorReply },
    },
    handler: async (request, reply) => {
      const { id } = request.params
      const ownerId = knownOwnerId(request)
      const turns = ownerId !== null && isConversationId(id) ? await conversations.turns(id, ownerId) : null
      if (turns === null) throw new RequestError('conversation-unknown')
      reply.header('cache-control', 'no-store')
      return { id, turns }
    },
  })

  api.delete('/conversations/:id', {
    schema: {
      summary: '删除自己的对话',
      tags: ['对话'],
      params: Params,
      response: { 204: z.null(), '4xx': ErrorReply },
    },
    handler: async (request, reply) => {
      const { id } = request.params
      const ownerId = knownOwnerId(request)
      const isRemoved = ownerId !== null && isConversationId(id) && (await conversations.remove(id, ownerId))
      if (!isRemoved) throw new RequestError('conversation-unknown')
      return reply.status(204).send(null)
    },
  })
}

function isConversationId(id: string): boolean {
  return z.uuid().safeParse(id).success
}
