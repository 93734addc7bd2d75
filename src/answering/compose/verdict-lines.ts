import type { Assessment, Finding } from '../../eligibility/index.ts'
import type { Locale } from '../answer.ts'
import { say } from '../wording.ts'

/** Every verdict as a line of plain text, for terminals, files and programs; the page shows cards instead. */
export function verdictLines(
  verdicts: readonly Assessment[],
  locale: Locale,
  labelOfFact: (key: string) => string,
): string[] {
  return (['eligible', 'undetermined', 'ineligible'] as const).flatMap((verdict) => {
    const group = verdicts.filter((one) => one.verdict === verdict)
    if (group.length === 0) return []
    return [
      say(locale, `verdicts.${verdict}`, { count: String(group.length) }),
      ...group.map((one) => `- ${one.title}${why(one, locale, labelOfFact)}`),
    ]
  })
}

function why(assessment: Assessment, locale: Locale, labelOfFact: (key: string) => string): string {
  const list = (items: readonly string[]) => items.join(say(locale, 'separator'))
  const { verdict, missingFacts, openReviews, findings, possibleFrom } = assessment
  if (verdict === 'eligible') return ''
  if (missingFacts.length > 0) return say(locale, 'why.missing', { facts: list(missingFacts.map(labelOfFact)) })
  if (verdict === 'undetermined')
    return say(locale, 'why.review', {
      reviews: list(openReviews.map(({ text }) => text)) || say(locale, 'why.standing'),
    })
  const reason = say(locale, 'why.failed', { reasons: list(findings.flatMap(failures)) })
  return possibleFrom ? `${reason}${say(locale, 'why.later', { date: possibleFrom })}` : reason
}

/** The failed conditions themselves, not the nodes around them. */
function failures(finding: Finding): string[] {
  if (finding.outcome !== 'unmet') return []
  const below = (finding.children ?? []).flatMap(failures)
  return below.length > 0 && finding.kind !== 'not' ? below : [finding.text]
}
