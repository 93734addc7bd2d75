import type { Assessment, Finding, Verdict } from '../contract.ts'

type Outcome = Finding['outcome']

/** Where the corpus defines the kinds of “small”. */
export const lowProfitPolicy = 'small-low-profit-enterprise'
export const sizePolicy = 'sme-size-classes'
export const smallScalePolicy = 'vat-small-scale'
const smallScaleFact = 'vatStatus'

const outcomes: Readonly<Record<Verdict, Outcome>> = { eligible: 'met', undetermined: 'unknown', ineligible: 'unmet' }

/** Whether a firm is what all conditions of a policy together define. */
export function outcomeOf({ verdict }: Assessment): Outcome {
  return outcomes[verdict]
}

/** Small or micro by the size standard. */
export function smallOutcome(possible: readonly string[]): Outcome {
  const small = possible.filter((size) => size === 'small' || size === 'micro')
  if (small.length === 0) return 'unmet'
  return small.length === possible.length ? 'met' : 'unknown'
}

/** The condition of the policy that asks for the kind of VAT payer. */
export function smallScaleFinding(findings: readonly Finding[]): Finding | null {
  for (const finding of findings) {
    const found = finding.fact === smallScaleFact ? finding : smallScaleFinding(finding.children ?? [])
    if (found !== null) return found
  }
  return null
}
