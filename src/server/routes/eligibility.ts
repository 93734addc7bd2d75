import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Locale } from '../../answering/index.ts'
import {
  type Assessment,
  assessRanked,
  bestCombination,
  changesBetween,
  type Finding,
  growthPath,
} from '../../eligibility/index.ts'
import { localized } from '../../policy/index.ts'
import {
  AssessmentsReply,
  AssessmentsRequest,
  ChangesReply,
  ChangesRequest,
  ErrorReply,
  FactsReply,
  GrowthPathReply,
  GrowthPathRequest,
  ReadReply,
  ReadRequest,
  SizeClassReply,
  SizeClassRequest,
} from '../api.ts'
import type { AppServices } from '../app-services.ts'
import { RequestError } from '../errors.ts'
import { localeOf } from '../locale.ts'
import { takeProfile } from '../profile.ts'

const errors = { '4xx': ErrorReply, '5xx': ErrorReply }

/** Judging a company, what can be asked of it, and reading it from words; nothing of this is stored. */
export const eligibilityRoutes: FastifyPluginAsyncZod<{ services: AppServices }> = async (api, { services }) => {
  const { assessor, catalogue, nextQuestion, readFacts } = services.eligibility

  api.post('/assessments', {
    schema: {
      summary: '按企业信息逐项判断政策',
      description: '企业信息的写法见 GET /v1/facts；金额以元计，比例以小数计，日期如 2021-03-01。不保存任何内容。',
      tags: ['匹配'],
      body: AssessmentsRequest,
      response: { 200: AssessmentsReply, ...errors },
    },
    handler: async (request) => {
      const { body } = request
      const locale = body.locale ?? localeOf(request)
      const asOf = body.asOf ?? services.today()
      const profile = takeProfile(body.profile, asOf, locale, services)
      const prepared = assessor.preparedPolicies(asOf)
      const unknown = body.policyIds?.find((id) => !prepared.has(id))
      if (unknown !== undefined) throw new RequestError('policy-unknown', { id: unknown })
      const assessments = body.policyIds
        ? [...new Set(body.policyIds)].map((id) => assessor.assess(id, profile, asOf, locale))
        : assessRanked(assessor, profile, asOf, locale)
      const { policyIds } = body
      return {
        asOf,
        total: assessments.length,
        counts: countsOf(assessments),
        leftOut: prepared.size - assessments.length,
        assessments,
        clauses: clausesOf(assessments, services),
        factQuestion: nextQuestion({ profile, asOf, locale, ...(policyIds && { policyIds }) }),
        combination: bestCombination(assessments, (id) => prepared.get(id)?.policy),
      }
    },
  })

  api.post('/growth-path', {
    schema: {
      summary: '资质成长路径：先取得哪个，取得后多出哪些政策',
      tags: ['匹配'],
      body: GrowthPathRequest,
      response: { 200: GrowthPathReply, ...errors },
    },
    handler: async (request) => {
      const { body } = request
      const locale = body.locale ?? localeOf(request)
      const asOf = body.asOf ?? services.today()
      return { asOf, ...growthPath(assessor, takeProfile(body.profile, asOf, locale, services), asOf, locale) }
    },
  })

  api.post('/changes', {
    schema: {
      summary: '两个日期之间政策的变化，以及对一家企业的影响',
      tags: ['匹配'],
      body: ChangesRequest,
      response: { 200: ChangesReply, ...errors },
    },
    handler: async (request) => {
      const { from, until, profile, locale = localeOf(request) } = request.body
      if (from > until) throw new RequestError('span-reversed', { from, until })
      const firm = profile && { profile: takeProfile(profile, until, locale, services), locale }
      return { from, until, ...changesBetween(assessor, services.policies, from, until, firm) }
    },
  })

  api.post('/size-class', {
    schema: {
      summary: '按中小企业划型标准划型',
      tags: ['匹配'],
      body: SizeClassRequest,
      response: { 200: SizeClassReply, ...errors },
    },
    handler: async (request) => {
      const { locale = localeOf(request), profile = {}, ...input } = request.body
      const asOf = services.today()
      return assessor.sizeClass(takeProfile({ ...profile, ...input }, asOf, locale, services), asOf, locale)
    },
  })

  api.get('/facts', {
    schema: { summary: '企业信息的全部项目', tags: ['匹配'], response: { 200: FactsReply } },
    handler: async (request) => {
      const locale = localeOf(request)
      return { facts: Object.entries(catalogue.facts).map(([key, fact]) => factReply(key, fact, services, locale)) }
    },
  })

  api.post('/read', {
    schema: {
      summary: '从一段话里读出企业信息及其依据',
      tags: ['匹配'],
      body: ReadRequest,
      response: { 200: ReadReply, ...errors },
    },
    handler: async (request) => {
      const locale = request.body.locale ?? localeOf(request)
      return readFacts(request.body.text, request.body.asOf ?? services.today(), locale)
    },
  })
}

function countsOf(assessments: readonly Assessment[]): AssessmentsReply['counts'] {
  const count = (verdict: Assessment['verdict']) => assessments.filter((one) => one.verdict === verdict).length
  return { eligible: count('eligible'), undetermined: count('undetermined'), ineligible: count('ineligible') }
}

/** The text of every clause that a finding or a benefit cites. */
function clausesOf(assessments: readonly Assessment[], { policies }: AppServices): Record<string, string> {
  const refs = assessments.flatMap(({ findings, benefits }) => [
    ...findings.flatMap(refsOf),
    ...benefits.map(({ clause }) => `${clause.policyId}#${clause.anchor}`),
  ])
  const wanted = new Set(refs)
  return Object.fromEntries(
    policies.flatMap(({ id, clauses }) =>
      clauses.flatMap(({ anchor, text }) => (wanted.has(`${id}#${anchor}`) ? [[`${id}#${anchor}`, text]] : [])),
    ),
  )
}

function refsOf({ clause, children = [] }: Finding): string[] {
  return [...(clause ? [`${clause.policyId}#${clause.anchor}`] : []), ...children.flatMap(refsOf)]
}

type Definition = AppServices['eligibility']['catalogue']['facts'][string]

function factReply(
  key: string,
  fact: Definition,
  { eligibility }: AppServices,
  locale: Locale,
): FactsReply['facts'][number] {
  const number = fact.type === 'number' ? fact : null
  return {
    key,
    type: fact.type,
    unit: number?.unit ?? null,
    label: localized(fact.label, locale),
    question: fact.question ? localized(fact.question, locale) : null,
    group: fact.group ?? null,
    difficulty: fact.difficulty,
    min: number?.min ?? null,
    max: number?.max ?? null,
    options: optionsOf(fact, eligibility, locale),
  }
}

/** Each section by its letter, followed by its divisions. */
function industryCodes(leaves: readonly string[]): string[] {
  return leaves.flatMap((leaf, place) => (leaf[0] === leaves[place - 1]?.[0] ? [leaf] : [leaf.slice(0, 1), leaf]))
}

function optionsOf(fact: Definition, { industries }: AppServices['eligibility'], locale: Locale) {
  if (fact.type === 'choice')
    return Object.entries(fact.options).map(([value, { label }]) => ({ value, label: localized(label, locale) }))
  return fact.type === 'industry'
    ? industryCodes(industries.leaves).map((value) => ({ value, label: industries.nameOf(value, locale) }))
    : []
}
