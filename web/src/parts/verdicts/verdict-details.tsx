import type { AssessedBenefit, Assessment } from '../../contract.ts'
import { benefitFigure, benefitMonths, openBenefits } from '../../state/benefit-text.ts'
import { clauseAt } from '../../state/findings.ts'
import { factNames } from '../../state/verdict-text.ts'
import { fill, languageOf, wording } from '../../wording/index.ts'
import { ClauseMark } from './clause-mark.tsx'
import { ConditionTree } from './condition-tree.tsx'

interface Props {
  readonly assessment: Assessment
  readonly asOf: string
}

/** What a card unfolds: conditions, what the policy gives and how that was worked out, and what people decide. */
export function VerdictDetails({ assessment, asOf }: Props) {
  const words = wording.value.verdicts
  const { findings } = assessment
  const benefits = openBenefits(assessment)
  return (
    <div class="verdict-details">
      <p class="detail-label">{words.conditionsLabel}</p>
      <ConditionTree findings={findings} assessment={assessment} asOf={asOf} />
      {benefits.length > 0 && <p class="detail-label">{words.benefitsLabel}</p>}
      <ul class="benefits">
        {benefits.map((benefit, index) => (
          <Benefit key={index} benefit={benefit} assessment={assessment} asOf={asOf} />
        ))}
      </ul>
      <Reviews assessment={assessment} asOf={asOf} />
    </div>
  )
}

function Benefit({ benefit, assessment, asOf }: Props & { readonly benefit: AssessedBenefit }) {
  const words = wording.value.verdicts
  const { label, outcome, steps, missingFacts, clause } = benefit
  const facts = factNames(missingFacts)
  return (
    <li class="benefit">
      <div class="condition">
        <div class="condition-text">
          <span lang={languageOf(label)}>{label}</span> <strong>{benefitFigure(benefit)}</strong>{' '}
          <span>{benefitMonths(benefit)}</span>
          {outcome === 'unknown' && <span class="condition-note">{words.tierUnknown}</span>}
        </div>
        <ClauseMark clause={clause} assessment={assessment} asOf={asOf} />
      </div>
      {steps.length > 0 && (
        <ol class="steps">
          {steps.map((step) => (
            <li key={step} lang={languageOf(step)}>
              {step}
            </li>
          ))}
        </ol>
      )}
      {facts !== '' && <p class="condition-note">{fill(words.benefitMissing, { facts })}</p>}
    </li>
  )
}

function Reviews({ assessment, asOf }: Props) {
  const { openReviews, findings } = assessment
  if (openReviews.length === 0) return null
  return (
    <>
      <p class="detail-label">{wording.value.verdicts.reviewsLabel}</p>
      <ul class="reviews">
        {openReviews.map(({ anchor, text }) => {
          const clause = clauseAt(findings, anchor)
          return (
            <li key={anchor} class="condition">
              <span class="condition-text" lang={languageOf(text)}>
                {text}
              </span>
              {clause !== null && <ClauseMark clause={clause} assessment={assessment} asOf={asOf} />}
            </li>
          )
        })}
      </ul>
    </>
  )
}
