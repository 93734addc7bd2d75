import type { AssessedBenefit, Assessment, ClauseLink, Finding, Outcome } from '../../src/eligibility/index.ts'
import { assessmentOf } from '../eligibility/sample-assessment.ts'

/** Short ways to write scripted verdicts down. */
export function clause(policyId: string, anchor: string, number: number, heading = '谁能享受'): ClauseLink {
  return { policyId, anchor, number, heading }
}

export function condition(
  outcome: Outcome,
  text: string,
  link: ClauseLink,
  rest: Partial<Finding> & { readonly fact: string },
): Finding {
  const missing = outcome === 'unknown' ? { missingFacts: [rest.fact] } : {}
  return { kind: 'condition', outcome, text, clause: link, ...missing, ...rest }
}

export function review(text: string, link: ClauseLink): Finding {
  return { kind: 'review', outcome: 'unknown', text, clause: link }
}

export function group(kind: 'all' | 'any' | 'not', outcome: Outcome, text: string, ...children: Finding[]): Finding {
  return { kind, outcome, text, clause: null, children }
}

export function benefit(
  type: AssessedBenefit['type'],
  label: string,
  link: ClauseLink,
  rest: Partial<AssessedBenefit> = {},
): AssessedBenefit {
  const figures = { amount: null, rate: null, cap: null, per: null, months: null }
  return { type, label, outcome: 'met', steps: [], missingFacts: [], ...figures, clause: link, ...rest }
}

type Rest = Partial<Assessment> & Pick<Assessment, 'verdict' | 'findings'>

export function assessment(policyId: string, title: string, level: string, kind: string, rest: Rest): Assessment {
  return assessmentOf(policyId, { title, level, kind, ...rest })
}
