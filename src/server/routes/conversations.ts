import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { ListCursor } from '../../answering/index.ts'
import { ConversationList, ConversationReply, ErrorReply } from '../api.ts'
import type { AppServices } from '../app-services.ts'
import { RequestError } from '../errors.ts'
import { knownOwnerId } from '../owner.ts'

const pageSize = 20
const longestQuestion = 80

const Params = z.object({ id: z.string() })

/** Reading and deleting one's own conversations; those of others do not exist. */
export const conversationRoutes: FastifyPluginAsyncZod<{ services: AppServices }> = async (api, { services }) => {
  const { conversations } = services

  api.get('/conversations', {
    schema: {
      summary: '列出自己的对话，最近的在前',
      description: '下一页：把回复里的 `next` 作为 `after` 传回；`next` 为 null 即没有更多。',
      tags: ['对话'],
      querystring: z.strictObject({ after: z.string().max(100).optional() }),
      response: { 200: ConversationList, '4xx': ErrorReply },
    },
    handler: async (request, reply) => {
      reply.header('cache-control', 'no-store')
      const ownerId = knownOwnerId(request)
      if (ownerId === null) return { conversations: [], next: null }
      const after = request.query.after === undefined ? null : readCursor(request.query.after)
      const found = await conversations.list(ownerId, after, pageSize + 1)
      const page = found.slice(0, pageSize)
      const last = found.length > pageSize ? page.at(-1) : undefined
      const shown = page.map((summary) => ({ ...summary, question: shorten(summary.question) }))
      return { conversations: shown, next: last ? `${last.askedAt}_${last.id}` : null }
    },
  })

  api.delete('/conversations', {
    schema: {
      summary: '删除自己的全部对话',
      tags: ['对话'],
      response: { 200: z.object({ removed: z.number().int() }), '4xx': ErrorReply },
    },
    handler: async (request) => {
      const ownerId = knownOwnerId(request)
      return { removed: ownerId === null ? 0 : await conversations.removeAll(ownerId) }
    },
  })

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

function readCursor(text: string): ListCursor {
  const [askedAt, id] = text.split('_', 2)
  const read = z.object({ askedAt: z.iso.datetime(), id: z.string() }).safeParse({ askedAt, id })
  if (!read.success) throw new RequestError('page-unknown')
  return read.data
}

function shorten(question: string): string {
  const characters = [...question]
  return characters.length > longestQuestion ? `${characters.slice(0, longestQuestion).join('')}…` : question
}
