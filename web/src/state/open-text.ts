import type { Assessment } from '../contract.ts'
import { fill, wording } from '../wording/index.ts'
import { hasSomethingThatHolds } from './findings.ts'
import { missingText } from './verdict-text.ts'

/** Why a policy is only possible: what it waits for, then what else is open. */
export function openText(assessment: Assessment): readonly [string, ...string[]] {
  const { openReviews, missingFacts, standing } = assessment
  const words = wording.value.verdicts
  const standingOpen = standing === 'unverified' ? [words.standingOpen] : []
  if (missingFacts.length > 0) {
    const reviews = openReviews.length > 0 ? [fill(words.reviewsToo, { count: openReviews.length })] : []
    return [missingText(assessment), ...reviews, ...standingOpen]
  }
  const isUnpublished = openReviews.some((review) => review.isUnpublished)
  if (isUnpublished || !hasSomethingThatHolds(assessment.findings)) return [words.notFound, ...standingOpen]
  const [review] = openReviews
  if (review === undefined) return [words.allHoldBut, ...standingOpen]
  const awaited = openReviews.length > 1 ? words.awaitsMore : words.awaitsWhat
  return [words.allHold, fill(awaited, { text: review.text, count: openReviews.length }), ...standingOpen]
}
