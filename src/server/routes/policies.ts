import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { createCorpus } from '../../answering/index.ts'
import { IsoDate } from '../../policy/index.ts'
import { ErrorReply, PolicyDates, PolicyList, PolicyListQuery, PolicyReply } from '../api.ts'
import type { AppServices } from '../app-services.ts'
import { RequestError } from '../errors.ts'
import { policyDates } from '../policy-dates.ts'
import { searchLibrary } from '../policy-library.ts'
import { policyReply } from '../policy-reply.ts'

/** The policies, each with its standing on a date. */
export const policyRoutes: FastifyPluginAsyncZod<{ services: AppServices }> = async (api, { services }) => {
  const corpus = createCorpus(services.policies)

  api.get('/policies', {
    schema: {
      summary: '列出、检索政策',
      description: '`q` 找名称、别名、类别、文号，也找条款里的字词（见 `clause`）；`standing=applicable` 只留现行的。',
      tags: ['政策'],
      querystring: PolicyListQuery,
      response: { 200: PolicyList, '4xx': ErrorReply },
    },
    handler: async ({ query }) => {
      const asOf = query.asOf ?? services.today()
      return searchLibrary(services.policies, query, asOf, services.retriever)
    },
  })

  api.get('/policies/dates', {
    schema: {
      summary: '新发布的政策，快要截止和快要开始的时间段',
      tags: ['政策'],
      querystring: z.strictObject({ asOf: IsoDate.optional() }),
      response: { 200: PolicyDates, '4xx': ErrorReply },
    },
    handler: async ({ query }) => policyDates(services.policies, query.asOf ?? services.today()),
  })

  api.get('/policies/:id', {
    schema: {
      summary: '读取一项政策及其条款',
      tags: ['政策'],
      params: z.object({ id: z.string() }),
      querystring: z.strictObject({ asOf: IsoDate.optional() }),
      response: { 200: PolicyReply, '4xx': ErrorReply },
    },
    handler: async ({ params, query }) => {
      const policy = services.policies.find(({ id }) => id === params.id)
      if (!policy) throw new RequestError('policy-unknown', { id: params.id })
      return policyReply(policy, corpus, query.asOf ?? services.today())
    },
  })
}
