import { randomBytes } from 'node:crypto'
import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { laterChanges, type Share, shareableAnswer } from '../../answering/index.ts'
import { dayAfter } from '../../policy/index.ts'
import { ErrorReply, SharedReply, ShareReply, ShareRequest } from '../api.ts'
import type { AppServices } from '../app-services.ts'
import { RequestError } from '../errors.ts'
import { knownOwnerId } from '../owner.ts'

export interface ShareOptions {
  readonly services: AppServices
  readonly limitAsking: onRequestAsyncHookHandler[]
}

/** A link to a policy's answer is of use for a season, not for ever. */
const validDays = 90
/** 160 bits. */
const idBytes = 20

const Params = z.object({ id: z.uuid(), answerId: z.uuid() })
const errors = { '4xx': ErrorReply, '5xx': ErrorReply }
const tags = ['分享']

/** Links to single answers: the owner makes and ends them, everybody who has one sees the answer as it was. */
export const shareRoutes: FastifyPluginAsyncZod<ShareOptions> = async (api, { services, limitAsking }) => {
  const { conversations, findDocument, today } = services
  const path = '/conversations/:id/answers/:answerId/share'
  api.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store').header('x-robots-tag', 'noindex, nofollow')
  })

  api.post(path, {
    schema: {
      summary: '为一条回答生成分享链接（原有的链接失效）',
      description: '`withVerdicts` 为 true 时，连同对企业的判断一起分享；企业信息本身从不分享。',
      tags,
      params: Params,
      body: ShareRequest,
      response: { 201: ShareReply, ...errors },
    },
    onRequest: limitAsking,
    handler: async (request, reply) => {
      const { ownerId, id, answerId } = ownAnswer(request, request.params)
      const turns = await conversations.turns(id, ownerId)
      const turn = turns?.find(({ answer }) => answer.id === answerId)
      if (!turn) throw new RequestError('answer-unknown')
      const { withVerdicts } = request.body
      const sharedOn = today()
      const share = {
        id: randomBytes(idBytes).toString('base64url'),
        conversationId: id,
        answerId,
        withVerdicts,
        sharedOn,
        until: dayAfter(sharedOn, validDays),
        answer: shareableAnswer(turn, withVerdicts),
      }
      if (!(await conversations.share(ownerId, share))) throw new RequestError('answer-unknown')
      return reply.status(201).send(replyOf(share))
    },
  })

  api.get(path, {
    schema: { summary: '查看一条回答的分享链接', tags, params: Params, response: { 200: ShareReply, ...errors } },
    handler: async (request) => {
      const { ownerId, id, answerId } = ownAnswer(request, request.params)
      const share = await conversations.shareOf(ownerId, id, answerId)
      if (!share || share.until < today()) throw new RequestError('share-unknown')
      return replyOf(share)
    },
  })

  api.delete(path, {
    schema: { summary: '撤回一条回答的分享链接', tags, params: Params, response: { 204: z.null(), ...errors } },
    handler: async (request, reply) => {
      const { ownerId, id, answerId } = ownAnswer(request, request.params)
      if (!(await conversations.unshare(ownerId, id, answerId))) throw new RequestError('share-unknown')
      return reply.status(204).send(null)
    },
  })

  api.get('/shared/:id', {
    schema: {
      summary: '打开分享的回答：当时的内容，以及引用的政策后来的变化',
      tags,
      params: z.object({ id: z.string().max(64) }),
      response: { 200: SharedReply, ...errors },
    },
    onRequest: limitAsking,
    handler: async ({ params }) => {
      const checkedOn = today()
      const share = await conversations.findShare(params.id, checkedOn)
      if (!share) throw new RequestError('share-unknown')
      const { answer, sharedOn, until } = share
      const changes = await laterChanges(answer.citations, checkedOn, findDocument)
      return { answer, sharedOn, until, checkedOn, changes }
    },
  })
}

function ownAnswer(request: FastifyRequest, { id, answerId }: z.infer<typeof Params>) {
  const ownerId = knownOwnerId(request)
  if (ownerId === null) throw new RequestError('answer-unknown')
  return { ownerId, id, answerId }
}

function replyOf({ id, withVerdicts, sharedOn, until }: Share): ShareReply {
  return { id, path: `/s/${id}`, withVerdicts, sharedOn, until }
}
