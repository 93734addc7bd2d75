import type { CompanyProfile, FactQuestion } from '../../src/eligibility/index.ts'
import { openEligibility } from '../../src/services.ts'
import { createRandom, randomFirm } from './random-firm.ts'

const asOf = '2026-11-26'
const firmCount = 40
const mostQuestions = 200
/** What an owner typically says at once. */
const opening = ['employees', 'revenue', 'industry', 'registeredPlace']

type Eligibility = Awaited<ReturnType<typeof openEligibility>>
type Ask = (profile: CompanyProfile, skipped: readonly string[]) => FactQuestion | null

/** How many questions until the verdicts of a company are settled: asked by what they settle, or by ease alone. */
export async function runQuestionEval() {
  const eligibility = await openEligibility('corpus')
  const random = createRandom(7)
  const firms = Array.from({ length: firmCount }, () =>
    randomFirm(eligibility.catalogue, eligibility.industries.leaves, random),
  )
  const policyIds = eligibility.policies.map(({ id }) => id)
  // What makes no sense to ask unasked is asked at the end, as when a person goes on to name the policies.
  const byGain: Ask = (profile, skipped) => {
    const request = { profile, asOf, locale: 'zh-CN', skipped } as const
    return eligibility.nextQuestion(request) ?? eligibility.nextQuestion({ ...request, policyIds })
  }
  return {
    firms: firmCount,
    ...summary('', firms, byGain, eligibility),
    ...summary('ByEase', firms, easiest(eligibility), eligibility),
  }
}

function summary(suffix: string, firms: readonly CompanyProfile[], ask: Ask, eligibility: Eligibility) {
  const runs = firms.map((firm) => settle(firm, ask, eligibility))
  const mean = (part: (run: readonly number[]) => number) => runs.reduce((sum, run) => sum + part(run), 0) / runs.length
  // Where some policies stay open because nothing more makes sense to ask, all questions were needed.
  const until = (share: number) =>
    mean((run) => {
      const reached = run.findIndex((open) => open <= (run[0] ?? 0) * (1 - share))
      return reached < 0 ? run.length - 1 : reached
    })
  const after = (questions: number) =>
    mean((run) => 1 - (run[Math.min(questions, run.length - 1)] ?? 0) / (run[0] ?? 1))
  return {
    [`settledAfter5${suffix}`]: after(5),
    [`settledAfter10${suffix}`]: after(10),
    [`questionsToHalf${suffix}`]: until(0.5),
    [`questionsTo90${suffix}`]: until(0.9),
    [`questionsInAll${suffix}`]: until(1),
    [`settledInTheEnd${suffix}`]: after(mostQuestions),
  }
}

/** The number of policies with missing facts before each question and at the end. */
function settle(firm: CompanyProfile, ask: Ask, { assessor }: Eligibility): number[] {
  const prepared = [...assessor.preparedPolicies(asOf).values()]
  const openOf = (profile: CompanyProfile) => {
    const known = assessor.know(profile, asOf)
    return prepared.filter((policy) => assessor.missing(policy, known).length > 0).length
  }
  const take = (keys: readonly string[]) =>
    Object.fromEntries(keys.flatMap((key) => (firm[key] ? [[key, firm[key]] as const] : [])))
  let profile: CompanyProfile = take(opening)
  const skipped: string[] = []
  const open = [openOf(profile)]
  for (let count = 0; count < mostQuestions && (open.at(-1) ?? 0) > 0; count += 1) {
    const question = ask(profile, skipped)
    if (!question) break
    profile = { ...profile, ...take(question.facts) }
    skipped.push(...question.facts.filter((key) => !(key in profile)))
    open.push(openOf(profile))
  }
  return open
}

/** The easiest missing fact first, as a form would. */
function easiest({ assessor, catalogue }: Eligibility): Ask {
  const prepared = [...assessor.preparedPolicies(asOf).values()]
  return (profile, skipped) => {
    const known = assessor.know(profile, asOf)
    const missing = [...new Set(prepared.flatMap((policy) => assessor.missing(policy, known)))].filter(
      (key) => !skipped.includes(key),
    )
    const [key] = missing.sort(
      (a, b) => (catalogue.facts[a]?.difficulty ?? 9) - (catalogue.facts[b]?.difficulty ?? 9) || a.localeCompare(b),
    )
    return key ? { facts: [key], text: '', replies: [] } : null
  }
}

if (import.meta.main) console.log(await runQuestionEval())
