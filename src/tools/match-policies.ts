import { z } from 'zod'
import {
  type Assessment,
  assessRanked,
  type CompanyProfile,
  FactQuestion,
  FactValue,
  parseProfile,
} from '../eligibility/index.ts'
import { IsoDate } from '../policy/index.ts'
import { matchText } from './match-text.ts'
import { MatchedPolicy, matchedPolicy } from './matched-policy.ts'
import type { ToolKnowledge } from './policy-tools.ts'
import { CompanyText, ReadProblem } from './read-profile.ts'
import { defineTool, ToolError } from './tool.ts'
import { about, parameters } from './wording.ts'

const Input = z.strictObject({
  text: CompanyText.optional(),
  profile: z.record(z.string(), z.unknown()).optional().describe(parameters.profile),
  asOf: IsoDate.optional().describe(parameters.asOf),
  policyIds: z.array(z.string()).min(1).max(50).optional().describe(parameters.policyIds),
})
type Input = z.infer<typeof Input>

const Output = z.object({
  asOf: IsoDate,
  /** What the verdicts rest on, and the same as people write it. */
  profile: z.record(z.string(), FactValue),
  facts: z.array(z.string()),
  /** What the text told but could not be taken. */
  problems: z.array(ReadProblem),
  total: z.number().int(),
  counts: z.object({ eligible: z.number().int(), undetermined: z.number().int(), ineligible: z.number().int() }),
  /** Policies that were not judged: nothing to qualify for, or not applying on the day. */
  leftOut: z.number().int(),
  notJudged: z.array(z.object({ policyId: z.string(), title: z.string() })),
  /** Best first. */
  matches: z.array(MatchedPolicy),
  nextQuestion: FactQuestion.nullable(),
})
export type Match = z.infer<typeof Output>

/** Undetermined policies that are explained in full where all policies are judged. */
const mostExplained = 8

/** What fits a company: the verdicts of code, each with the clauses it rests on. */
export function createMatchTool(knowledge: ToolKnowledge, today: () => IsoDate) {
  return defineTool({
    name: 'match_policies',
    ...about.match,
    input: Input,
    output: Output,
    run: async (values) => {
      const { asOf = today(), policyIds } = values
      const { assessor, nextQuestion } = knowledge.eligibility
      const { profile, problems } = companyOf(values, asOf, knowledge)
      const prepared = assessor.preparedPolicies(asOf)
      const { assessments, notJudged } = judge(policyIds, profile, asOf, knowledge)
      const explained = new Set(policyIds ? assessments : mostTelling(assessments))
      const data: Match = {
        asOf,
        profile: { ...profile },
        facts: Object.entries(profile).map(([key, fact]) => assessor.describe(key, fact, 'zh-CN') ?? key),
        problems,
        total: assessments.length,
        counts: countsOf(assessments),
        leftOut: policyIds ? notJudged.length : prepared.size - assessments.length,
        notJudged,
        matches: await Promise.all(assessments.map((one) => matchedPolicy(one, asOf, explained.has(one), knowledge))),
        nextQuestion: nextQuestion({ profile, asOf, locale: 'zh-CN', ...(policyIds && { policyIds }) }),
      }
      return { data, text: matchText(data) }
    },
  })
}

/** The facts of the text, and over them those given as a profile. */
function companyOf({ text, profile: given }: Input, asOf: IsoDate, { eligibility }: ToolKnowledge) {
  if (text === undefined && given === undefined) throw new ToolError('company-missing')
  const { catalogue, industries, readFacts } = eligibility
  const { firms, problems } = text === undefined ? { firms: [], problems: [] } : readFacts(text, asOf, 'zh-CN')
  if (firms.length > 1) throw new ToolError('companies-several', { count: firms.length })
  const isIndustry = (code: string) => industries.leavesOf(code).length > 0
  const taken = parseProfile({ ...firms[0], ...given }, catalogue, asOf, 'zh-CN', isIndustry)
  if (taken.problems.length > 0)
    throw new ToolError('profile-invalid', { problems: taken.problems.map(({ message }) => message).join('；') })
  return { profile: taken.profile, problems }
}

function judge(
  policyIds: readonly string[] | undefined,
  profile: CompanyProfile,
  asOf: IsoDate,
  { eligibility: { assessor } }: ToolKnowledge,
) {
  const prepared = assessor.preparedPolicies(asOf)
  if (!policyIds) return { assessments: assessRanked(assessor, profile, asOf, 'zh-CN'), notJudged: [] }
  const unknown = policyIds.filter((id) => !prepared.has(id))
  if (unknown.length > 0) throw new ToolError('policy-unknown', { ids: unknown.join('、') })
  const wanted = [...new Set(policyIds)].flatMap((id) => prepared.get(id) ?? [])
  return {
    assessments: wanted.flatMap(({ policy, rule }) =>
      rule ? [assessor.assess(policy.id, profile, asOf, 'zh-CN')] : [],
    ),
    notJudged: wanted.flatMap(({ policy, rule }) => (rule ? [] : [{ policyId: policy.id, title: policy.title }])),
  }
}

function mostTelling(assessments: readonly Assessment[]): Assessment[] {
  const of = (verdict: Assessment['verdict']) => assessments.filter((one) => one.verdict === verdict)
  return [...of('eligible'), ...of('undetermined').slice(0, mostExplained)]
}

function countsOf(assessments: readonly Assessment[]): Match['counts'] {
  const count = (verdict: Assessment['verdict']) => assessments.filter((one) => one.verdict === verdict).length
  return { eligible: count('eligible'), undetermined: count('undetermined'), ineligible: count('ineligible') }
}
