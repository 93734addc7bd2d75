import { quoteLine, type ToolCitation } from './citation.ts'
import type { Match } from './match-policies.ts'
import type { MatchedPolicy } from './matched-policy.ts'
import { fill, lines, outcomeNames, verdictNames, windowStates } from './wording.ts'

/** A match to read: the counts, what was judged in full with its quotes, and the rest by name. */
export function matchText(match: Match): string {
  const { asOf, total, counts, leftOut, facts, problems, notJudged, matches, nextQuestion } = match
  const full = matches.filter(({ isComplete }) => isComplete)
  const brief = matches.filter(({ isComplete }) => !isComplete)
  return [
    fill(lines.counts, { asOf, total, leftOut, ...counts }),
    facts.length > 0 ? fill(lines.company, { facts: facts.join('；') }) : lines['company-unknown'],
    ...problems.map(({ message }) => message),
    ...full.flatMap(policyLines),
    ...(brief.length > 0 ? [fill(lines.more, { count: brief.length }), ...brief.map(briefLine)] : []),
    ...(notJudged.length > 0
      ? [fill(lines['not-judged'], { titles: notJudged.map(({ title }) => title).join('、') })]
      : []),
    ...(nextQuestion ? [fill(lines.next, { question: nextQuestion.text })] : []),
    lines.closing,
  ].join('\n')
}

function policyLines(policy: MatchedPolicy): string[] {
  const { reasons, benefits, missingFacts, openReviews, possibleFrom } = policy
  return [
    '',
    headOf(policy),
    ...reasons.map(({ outcome, text, citation }) =>
      point(fill(lines.reason, { outcome: outcomeNames[outcome], text }), citation),
    ),
    ...benefits.map(benefitLine),
    ...windowLines(policy),
    ...(missingFacts.length > 0
      ? [point(fill(lines.missing, { facts: missingFacts.map(({ label }) => label).join('、') }), null)]
      : []),
    ...openReviews.map((text) => point(fill(lines.review, { text }), null)),
    ...(possibleFrom ? [point(fill(lines.later, { date: possibleFrom }), null)] : []),
  ]
}

function briefLine(policy: MatchedPolicy): string {
  const [reason] = policy.reasons
  return reason
    ? `${headOf(policy)}：${fill(lines.reason, { outcome: outcomeNames[reason.outcome], text: reason.text })}`
    : headOf(policy)
}

function benefitLine({ label, outcome, steps, citation }: MatchedPolicy['benefits'][number]): string {
  const template = outcome === 'met' ? lines.benefit : lines['benefit-unknown']
  return point(fill(template, { text: steps.length > 0 ? steps.join('；') : label }), citation)
}

/** What is closed is never left looking open. */
function windowLines({ window }: MatchedPolicy): string[] {
  if (!window) return []
  const { name, from, until, state } = window
  const dates = { from: from ?? lines['no-date'], until: until ?? lines['no-date'] }
  return [point(fill(lines.window, { name, ...dates, state: windowStates[state] }), null)]
}

function headOf({ verdict, title, policyId: id }: MatchedPolicy): string {
  return fill(lines.verdict, { verdict: verdictNames[verdict], title, id })
}

function point(text: string, citation: ToolCitation | null): string {
  return citation ? `- ${text}——${quoteLine(citation)}` : `- ${text}`
}
