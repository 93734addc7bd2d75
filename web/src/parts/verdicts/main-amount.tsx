import type { Assessment } from '../../contract.ts'
import { benefitFigure, benefitMonths, isCreditLine, mainBenefit } from '../../state/benefit-text.ts'
import { languageOf, wording } from '../../wording/index.ts'

/** What a policy comes to; money that is only lent says so. */
export function MainAmount({ assessment }: { readonly assessment: Assessment }) {
  const benefit = mainBenefit(assessment)
  if (benefit === null) return null
  const figure = benefitFigure(benefit)
  const words = wording.value.verdicts
  const note = benefit.type === 'loan' ? words.creditLine : words.guaranteeLine
  return (
    <p class="verdict-amount">
      {figure !== '' && <strong>{figure}</strong>} <span lang={languageOf(benefit.label)}>{benefit.label}</span>
      {benefit.months !== null && <span class="amount-months"> {benefitMonths(benefit)}</span>}
      {benefit.outcome === 'unknown' && <span class="credit-note">{words.tierUnknown}</span>}
      {isCreditLine(benefit) && figure !== '' && <span class="credit-note">{note}</span>}
    </p>
  )
}
