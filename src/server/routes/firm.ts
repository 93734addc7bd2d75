import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Locale } from '../../answering/index.ts'
import type { FactQuestion, QuestionRequest } from '../../eligibility/index.ts'
import type { IsoDate } from '../../policy/index.ts'
import { ErrorReply, FactQuestionsReply, FactQuestionsRequest } from '../api.ts'
import type { AppServices } from '../app-services.ts'
import { localeOf } from '../locale.ts'
import { takeProfile } from '../profile.ts'

/** Describing a company step by step; nothing of this is stored. */
export const firmRoutes: FastifyPluginAsyncZod<{ services: AppServices }> = async (api, { services }) => {
  api.post('/fact-questions', {
    schema: {
      summary: '接下来最值得问企业的几个问题，最有用的在前',
      tags: ['匹配'],
      body: FactQuestionsRequest,
      response: { 200: FactQuestionsReply, '4xx': ErrorReply, '5xx': ErrorReply },
    },
    handler: async (request) => {
      const { skipped = [], count = 3, locale = localeOf(request), asOf = services.today() } = request.body
      const profile = takeProfile(request.body.profile, asOf, locale, services)
      const questions = questionsFor({ profile, asOf, locale, skipped }, count, services)
      return { asOf, questions: questions.map((question) => asked(question, asOf, locale, services)) }
    },
  })
}

/** Each question as if those before it were left unanswered. */
function questionsFor(request: QuestionRequest, count: number, services: AppServices): FactQuestion[] {
  const questions: FactQuestion[] = []
  while (questions.length < count) {
    const skipped = [...(request.skipped ?? []), ...questions.flatMap(({ facts }) => facts)]
    const next = services.eligibility.nextQuestion({ ...request, skipped })
    if (next === null) break
    questions.push(next)
  }
  return questions
}

/** Amounts and dates are tapped by the ranges that the rules tell apart, as far as they read back as one firm's facts. */
function asked({ facts, text, replies }: FactQuestion, asOf: IsoDate, locale: Locale, services: AppServices) {
  const { catalogue, readFacts } = services.eligibility
  const type = facts.length === 1 ? catalogue.facts[facts[0] ?? '']?.type : undefined
  if (type !== 'number' && type !== 'date') return { facts, text, choices: [] }
  const choices = replies.flatMap(({ label, message }) => {
    const [said, ...others] = readFacts(message, asOf, locale).firms
    return said && others.length === 0 && Object.keys(said).length > 0 ? [{ label, facts: said }] : []
  })
  return { facts, text, choices }
}
