import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { maskPersonalData } from '../../answering/index.ts'
import { ErrorReply, FeedbackRequest } from '../api.ts'
import type { AppServices } from '../app-services.ts'
import { RequestError } from '../errors.ts'
import { knownOwnerId } from '../owner.ts'

/** A thumb up or down for an answer of one's own; the last one counts. */
export const feedbackRoutes: FastifyPluginAsyncZod<{ services: AppServices }> = async (api, { services }) => {
  api.post('/feedback', {
    schema: {
      summary: '评价一条回答',
      tags: ['对话'],
      body: FeedbackRequest,
      response: { 204: z.null(), '4xx': ErrorReply },
    },
    handler: async (request, reply) => {
      const { conversationId, answerId, rating, reason = null, comment = null } = request.body
      const feedback = { conversationId, answerId, rating, reason, comment: comment && maskPersonalData(comment) }
      const ownerId = knownOwnerId(request)
      const isTaken = ownerId !== null && (await services.conversations.addFeedback(ownerId, feedback))
      if (!isTaken) throw new RequestError('answer-unknown')
      return reply.status(204).send(null)
    },
  })
}
