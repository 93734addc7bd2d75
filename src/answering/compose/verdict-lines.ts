import type { Assessment, Finding } from '../../eligibility/index.ts'
import type { Locale } from '../answer.ts'
import { say, sayDate } from '../wording.ts'

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

/** Names in one line; the rest are counted. */
const mostNamed = 4

function why(assessment: Assessment, locale: Locale, labelOfFact: (key: string) => string): string {
  return [reason(assessment, locale, labelOfFact), amounts(assessment, locale), closing(assessment, locale)].join('')
}

function reason(assessment: Assessment, locale: Locale, labelOfFact: (key: string) => string): string {
  const list = (items: readonly string[]) => items.join(say(locale, 'separator'))
  const { verdict, missingFacts, openReviews, possibleFrom } = assessment
  if (verdict === 'eligible') return ''
  if (missingFacts.length > 0) {
    const facts = list(missingFacts.slice(0, mostNamed).map(labelOfFact))
    const more = missingFacts.length > mostNamed ? say(locale, 'why.more', { count: String(missingFacts.length) }) : ''
    return say(locale, 'why.missing', { facts: `${facts}${more}` })
  }
  if (verdict === 'undetermined')
    return say(locale, 'why.review', {
      reviews: list(openReviews.map(({ text }) => text)) || say(locale, 'why.standing'),
    })
  const failed = say(locale, 'why.failed', { reasons: list(assessment.findings.flatMap(failures)) })
  return possibleFrom ? `${failed}${say(locale, 'why.later', { date: possibleFrom })}` : failed
}

function amounts({ verdict, benefits }: Assessment, locale: Locale): string {
  const steps = calculated(benefits).flatMap((benefit) => benefit.steps)
  if (verdict !== 'eligible' || steps.length === 0) return ''
  return say(locale, 'why.amounts', { steps: steps.join(say(locale, 'separator')) })
}

/** The benefits that the company gets and whose amount needs no further fact. */
export function calculated(benefits: Assessment['benefits']): Assessment['benefits'] {
  return benefits.filter(({ outcome, missingFacts }) => outcome === 'met' && missingFacts.length === 0)
}

function closing({ verdict, window }: Assessment, locale: Locale): string {
  const until = verdict !== 'ineligible' && window?.state === 'closed' ? window.until : null
  return until ? say(locale, 'why.closed', { date: sayDate(locale, until) }) : ''
}

/** The failed conditions themselves, not the nodes around them. */
export function failures(finding: Finding): string[] {
  if (finding.outcome !== 'unmet') return []
  const below = (finding.children ?? []).flatMap(failures)
  return below.length > 0 && finding.kind !== 'not' ? below : [finding.text]
}
