import type { Assessment } from '../../contract.ts'
import { failedFindings, openStanding } from '../../state/findings.ts'
import { missingText, possibleFromText } from '../../state/verdict-text.ts'
import { fill, languageOf, wording } from '../../wording/index.ts'
import { Icon } from '../icon.tsx'

/** Conditions that are named on the card; the rest is counted and stands in the tree. */
const shownAtOnce = 2

/** Why the verdict is what it is, in one or two lines. */
export function VerdictReason({ assessment }: { readonly assessment: Assessment }) {
  switch (assessment.verdict) {
    case 'eligible':
      return (
        <p class="reason reason-met">
          <Icon name="check" />
          {wording.value.verdicts.allMet}
        </p>
      )
    case 'undetermined':
      return <Open assessment={assessment} />
    case 'ineligible':
      return <Failed assessment={assessment} />
  }
}

function Open({ assessment }: { readonly assessment: Assessment }) {
  const { missingFacts, openReviews, findings } = assessment
  const words = wording.value.verdicts
  const review = openReviews[0]
  const isNamed = missingFacts.length === 0 && review !== undefined
  const standing = missingFacts.length + openReviews.length === 0 ? openStanding(findings) : null
  const others = openReviews.length - (isNamed ? 1 : 0)
  return (
    <p class="reason reason-unknown">
      <Icon name="unknown" />
      <span>
        {missingFacts.length > 0 && missingText(assessment)}
        {isNamed && <span lang={languageOf(review.text)}>{fill(words.review, { text: review.text })}</span>}
        {standing !== null && <span lang={languageOf(standing.text)}>{standing.text}</span>}
        {others > 0 && <span class="reason-more"> {fill(words.reviewsToo, { count: others })}</span>}
      </span>
    </p>
  )
}

function Failed({ assessment }: { readonly assessment: Assessment }) {
  const words = wording.value.verdicts
  const failed = failedFindings(assessment.findings)
  const left = failed.length - shownAtOnce
  return (
    <div class="reasons">
      {failed.slice(0, shownAtOnce).map((finding, index) => (
        <p key={index} class="reason reason-unmet">
          <Icon name="close" />
          <span lang={languageOf(finding.text)}>{finding.text}</span>
        </p>
      ))}
      {left > 0 && <p class="reason-more">{fill(words.moreUnmet, { count: left })}</p>}
      {assessment.possibleFrom !== null && <p class="possible-from">{possibleFromText(assessment.possibleFrom)}</p>}
    </div>
  )
}
