import { z } from 'zod'
import { type Assessment, type Finding, keyFailures, Outcome, Verdict, WindowState } from '../eligibility/index.ts'
import { IsoDate, Standing } from '../policy/index.ts'
import { citeClause, ToolCitation } from './citation.ts'
import type { ToolKnowledge } from './policy-tools.ts'

/** One policy judged for a company. */
export const MatchedPolicy = z.object({
  policyId: z.string(),
  title: z.string(),
  documentNumber: z.string().nullable(),
  level: z.string(),
  kind: z.string(),
  standing: Standing,
  verdict: Verdict,
  /** What decides the verdict, each with the clause that says so. */
  reasons: z.array(z.object({ outcome: Outcome, text: z.string(), citation: ToolCitation.nullable() })),
  /** Whether reasons and benefits are all there; to have them, ask again with this policy's id. */
  isComplete: z.boolean(),
  missingFacts: z.array(z.object({ key: z.string(), label: z.string() })),
  /** Judgements that only people can make. */
  openReviews: z.array(z.string()),
  benefits: z.array(
    z.object({
      label: z.string(),
      outcome: Outcome,
      /** Yuan; null where it cannot be computed. */
      amount: z.object({ min: z.number(), max: z.number().nullable() }).nullable(),
      steps: z.array(z.string()),
      citation: ToolCitation.nullable(),
    }),
  ),
  possibleFrom: IsoDate.nullable(),
  window: WindowState.nullable(),
})
export type MatchedPolicy = z.infer<typeof MatchedPolicy>

/** An assessment for a program; in brief it holds the first reason and no benefits. */
export async function matchedPolicy(
  assessment: Assessment,
  asOf: IsoDate,
  isComplete: boolean,
  knowledge: ToolKnowledge,
): Promise<MatchedPolicy> {
  const { policies, eligibility, findDocument } = knowledge
  const { policyId, title, level, kind, standing, verdict, possibleFrom, window } = assessment
  const decisive = decisiveFindings(assessment)
  return {
    policyId,
    title,
    documentNumber: policies.find(({ id }) => id === policyId)?.documentNumbers[0] ?? null,
    level,
    kind,
    standing,
    verdict,
    reasons: await Promise.all(
      (isComplete ? decisive : decisive.slice(0, 1)).map(async (finding) => ({
        outcome: finding.outcome,
        text: wordsOf(finding),
        citation: await citeFinding(finding, asOf, knowledge),
      })),
    ),
    isComplete,
    missingFacts: assessment.missingFacts.map((key) => ({ key, label: eligibility.assessor.label(key, 'zh-CN') })),
    openReviews: assessment.openReviews.map(({ text }) => text),
    benefits: await Promise.all(
      (isComplete ? benefitsOf(assessment) : []).map(async ({ label, outcome, amount, steps, clause }) => ({
        label,
        outcome,
        amount,
        steps,
        citation: await citeClause(clause, asOf, findDocument),
      })),
    ),
    possibleFrom,
    window,
  }
}

function decisiveFindings(assessment: Assessment): Finding[] {
  if (assessment.verdict === 'ineligible') return keyFailures(assessment)
  const found = assessment.findings.flatMap(conditionsOf)
  const wanted = assessment.verdict === 'eligible' ? (['met'] as const) : (['unknown', 'met'] as const)
  return wanted.flatMap((outcome) => found.filter((finding) => finding.outcome === outcome))
}

/** The conditions of a finding; a `not` stands for what is in it, which reads the other way round. */
function conditionsOf(finding: Finding): Finding[] {
  const { kind, children = [] } = finding
  return kind === 'all' || kind === 'any' ? children.flatMap(conditionsOf) : [finding]
}

function wordsOf({ text, children = [] }: Finding): string {
  return children.length > 0 ? `${text}：${children.map(wordsOf).join('；')}` : text
}

async function citeFinding(finding: Finding, asOf: IsoDate, knowledge: ToolKnowledge): Promise<ToolCitation | null> {
  const clause = clauseOf(finding)
  return clause && citeClause(clause, asOf, knowledge.findDocument)
}

function clauseOf({ clause, children = [] }: Finding): Finding['clause'] {
  return clause ?? children.map(clauseOf).find((one) => one !== null) ?? null
}

/** The tiers that the company is in, else those it may be in. */
function benefitsOf({ benefits, verdict }: Assessment): Assessment['benefits'] {
  if (verdict === 'ineligible') return []
  const own = benefits.filter(({ outcome }) => outcome === 'met')
  return own.length > 0 ? own : benefits.filter(({ outcome }) => outcome === 'unknown')
}
