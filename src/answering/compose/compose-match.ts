import type { Assessment, Finding } from '../../eligibility/index.ts'
import type { Clause, Policy, Topic } from '../../policy/index.ts'
import type { Draft, DraftNotice, DraftSentence } from '../draft.ts'
import type { Target } from '../plan.ts'
import type { Judged } from '../steps/assess.ts'
import { say, sayDate } from '../wording.ts'
import { type ComposeParts, labelOf, nameOf, quote, sourceNotices, standingNotices } from './parts.ts'
import { verdictNotice } from './verdict-notices.ts'

/** Policies quoted from in the answer itself; every one has its verdict beside it. */
const mostQuoted = { eligible: 12, undetermined: 6 }

/** What fits: the counts, what the best ones give and how they are obtained. */
export function composeMatch(
  judged: Judged,
  lead: readonly DraftNotice[],
  isKnown: boolean,
  parts: ComposeParts,
): Draft {
  const { verdicts, leftOut } = judged
  const of = (verdict: Assessment['verdict']) => verdicts.filter((one) => one.verdict === verdict)
  const [fit, maybe, not] = [of('eligible'), of('undetermined'), of('ineligible')]
  const count = (list: readonly Assessment[]) => String(list.length)
  const values = {
    asOf: sayDate(parts.locale, parts.asOf),
    total: count(verdicts),
    eligible: count(fit),
    undetermined: count(maybe),
    ineligible: count(not),
    leftOut: String(leftOut),
  }
  const shown = [...fit.slice(0, mostQuoted.eligible), ...maybe.slice(0, mostQuoted.undetermined)]
  return {
    status: isKnown ? 'answered' : 'needs-facts',
    reason: 'match',
    lead: [...lead, ...(isKnown ? [] : [{ code: 'notice.tell-more' }]), { code: 'notice.match', values }],
    sentences: isKnown ? shown.flatMap((assessment) => sentencesOf(assessment, parts)) : [],
    tail: [],
    nextQuestion: null,
    suggestions: suggestionsOf(shown, parts),
    completeness: { answered: verdicts.length, total: verdicts.length },
  }
}

function sentencesOf(assessment: Assessment, parts: ComposeParts): DraftSentence[] {
  const policy = parts.corpus.find(assessment.policyId)
  if (!policy) return []
  const title = nameOf(policy, parts.locale)
  const heading = say(parts.locale, `verdict.${assessment.verdict}`, { title })
  const anchors = benefitsToQuote(assessment).map(({ clause }) => clause.anchor)
  const given = parts.corpus.clauses(policy, parts.asOf).filter(({ anchor }) => anchors.includes(anchor))
  const first = (topic: Topic) => firstClause(policy, topic, parts)
  const amounts = given.length > 0 ? given : first('amount')
  const more = assessment.verdict === 'eligible' ? [...first('process'), ...first('deadline'), ...first('contact')] : []
  return [...new Set([...amounts.slice(0, 2), ...more])].map((clause) => quote(policy, clause, heading, parts))
}

/** The tiers that the company is in; where that is open, those it may be in. */
function benefitsToQuote({ benefits }: Assessment): Assessment['benefits'] {
  const own = benefits.filter(({ outcome }) => outcome === 'met')
  return own.length > 0 ? own : benefits.filter(({ outcome }) => outcome === 'unknown')
}

function firstClause(policy: Policy, topic: Topic, { corpus, asOf }: ComposeParts): Clause[] {
  const [clause] = corpus.clauses(policy, asOf).filter((one) => one.topics[0] === topic)
  return clause ? [clause] : []
}

function suggestionsOf(shown: readonly Assessment[], { corpus, locale }: ComposeParts): DraftNotice[] {
  return shown.slice(0, 3).flatMap(({ policyId }) => {
    const policy = corpus.find(policyId)
    return policy ? [{ code: 'suggest.process', values: { name: nameOf(policy, locale) } }] : []
  })
}

/** Whether the company qualifies for the policies in question: what fails, what is open, what holds, each with its clause. */
export function composeJudgement(
  targets: readonly Target[],
  judged: Judged,
  lead: readonly DraftNotice[],
  parts: ComposeParts,
): Draft {
  const sentences = targets.flatMap((target) => judgementOf(target, judged, parts))
  return {
    status: 'answered',
    reason: 'judge',
    lead: [
      ...lead,
      ...targets.flatMap((target) => standingNotices(target, parts)),
      ...noticesOf(targets, judged, parts),
    ],
    sentences,
    tail: targets.flatMap(({ policy }) =>
      sourceNotices(
        policy,
        policy.clauses.filter((clause) => sentences.some(({ text }) => text === clause.text)),
      ),
    ),
    nextQuestion: null,
    suggestions: targets
      .slice(0, 3)
      .map(({ policy }) => ({ code: 'suggest.process', values: { name: nameOf(policy, parts.locale) } })),
    completeness: { answered: targets.length, total: targets.length },
  }
}

function noticesOf(targets: readonly Target[], { verdicts }: Judged, { locale }: ComposeParts): DraftNotice[] {
  return targets.flatMap((target) => {
    const assessment = verdicts.find(({ policyId }) => policyId === target.policy.id)
    const title = labelOf(target, locale)
    return assessment
      ? verdictNotice({ ...assessment, title }, locale)
      : [{ code: 'notice.no-rule', values: { title } }]
  })
}

/** A target without a rule shows what its clauses say of conditions. */
function judgementOf({ policy }: Target, { verdicts }: Judged, parts: ComposeParts): DraftSentence[] {
  const assessment = verdicts.find(({ policyId }) => policyId === policy.id)
  const outcomes = ['unmet', 'unknown', 'met'] as const
  if (!assessment)
    return firstClause(policy, 'conditions', parts).map((clause) =>
      quote(policy, clause, nameOf(policy, parts.locale), parts),
    )
  const quoted = new Set<string>()
  return outcomes.flatMap((outcome) => {
    const anchors = assessment.findings.flatMap((finding) => anchorsOf(finding, outcome, policy.id))
    const clauses = parts.corpus
      .clauses(policy, parts.asOf)
      .filter(({ anchor }) => anchors.includes(anchor) && !quoted.has(anchor))
    for (const { anchor } of clauses) quoted.add(anchor)
    return clauses.map((clause) => quote(policy, clause, say(parts.locale, `outcome.${outcome}`), parts))
  })
}

/** Clauses of the conditions with one outcome; below a node only while the node has it too. */
function anchorsOf(finding: Finding, outcome: Finding['outcome'], policyId: string): string[] {
  if (finding.outcome !== outcome) return []
  const own = finding.clause?.policyId === policyId ? [finding.clause.anchor] : []
  return [...own, ...(finding.children ?? []).flatMap((child) => anchorsOf(child, outcome, policyId))]
}
