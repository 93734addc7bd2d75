import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { FrameworkPart, IsoDate, Level, type Policy, PolicyKind, standingOf } from '../../policy/index.ts'
import { ErrorReply, PolicyDates, PolicyList, PolicyReply, type PolicySummary } from '../api.ts'
import type { AppServices } from '../app-services.ts'
import { RequestError } from '../errors.ts'
import { policyDates } from '../policy-dates.ts'

const ListQuery = z.strictObject({
  asOf: IsoDate.optional(),
  level: Level.optional(),
  kind: PolicyKind.optional(),
  part: FrameworkPart.optional(),
  q: z.string().max(100).optional(),
})
type ListQuery = z.infer<typeof ListQuery>

/** The policies, each with its standing on a date. */
export const policyRoutes: FastifyPluginAsyncZod<{ services: AppServices }> = async (api, { services }) => {
  api.get('/policies', {
    schema: {
      summary: '列出政策',
      tags: ['政策'],
      querystring: ListQuery,
      response: { 200: PolicyList, '4xx': ErrorReply },
    },
    handler: async ({ query }) => {
      const asOf = query.asOf ?? services.today()
      const policies = services.policies.filter((policy) => isWanted(policy, query))
      return { asOf, total: policies.length, policies: policies.map((policy) => summarise(policy, asOf)) }
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
      const asOf = query.asOf ?? services.today()
      const clauses = policy.clauses.map((clause) => ({ ...clause, topics: [...clause.topics] }))
      return { ...policy, clauses, asOf, standing: standingOf(policy, asOf) }
    },
  })
}

function isWanted(policy: Policy, { level, kind, part, q = '' }: ListQuery): boolean {
  const isOfKind = !kind || policy.kind === kind
  const isOfPlace = (!level || policy.level === level) && (!part || policy.part === part)
  return isOfKind && isOfPlace && isNamed(policy, q)
}

/** Every word must occur in one of the policy's names, numbers or categories. */
function isNamed({ title, titleEn, aliases, categories, documentNumbers }: Policy, words: string): boolean {
  const names = [title, titleEn, ...aliases, ...categories, ...documentNumbers].map((name) => name.toLowerCase())
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return wanted.every((word) => names.some((name) => name.includes(word)))
}

function summarise(policy: Policy, asOf: IsoDate): PolicySummary {
  const { id, title, titleEn, level, kind, part, categories, documentNumbers } = policy
  const documentNumber = documentNumbers[0] ?? null
  return { id, title, titleEn, level, kind, part, categories, documentNumber, standing: standingOf(policy, asOf) }
}
