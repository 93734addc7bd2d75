import type { AssessedBenefit, Assessment } from '../../src/eligibility/index.ts'

/** An eligible company with no benefit; give only what the test is about. */
export function assessmentOf(policyId: string, changes: Partial<Assessment> = {}): Assessment {
  return {
    policyId,
    title: policyId,
    level: 'district',
    kind: 'grant',
    standing: 'in-force',
    verdict: 'eligible',
    findings: [],
    missingFacts: [],
    openReviews: [],
    benefits: [],
    distance: null,
    possibleFrom: null,
    window: null,
    ...changes,
  }
}

export function benefitOf(type: AssessedBenefit['type'], min: number, max: number | null = min): AssessedBenefit {
  return {
    type,
    label: '补贴',
    outcome: 'met',
    amount: { min, max },
    steps: [],
    missingFacts: [],
    rate: null,
    cap: null,
    per: null,
    months: null,
    clause: { policyId: 'x', anchor: 'amount', number: 3, heading: '给什么' },
  }
}
