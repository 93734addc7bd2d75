import { type Clause, type IsoDate, isApplicable, type Policy, type Standing, standingOf } from '../../policy/index.ts'
import { exactTerm, matchForm, type Term } from '../../reading/index.ts'
import { type Found, scoreOf } from '../compose/compose-search.ts'
import type { Corpus } from '../corpus.ts'
import { type Plan, type Target, targetOf } from '../plan.ts'
import type { Relevance } from '../relevance.ts'

interface WidenParts {
  readonly corpus: Corpus
  readonly relevance: Relevance
  readonly asOf: string
}

/** From this on the named policy speaks of what was asked. */
const supported = 0.75
/** A passage elsewhere must speak of nearly all the words, and of clearly more than the named policy does. */
const convincing = 0.75
const clearlyBetter = 0.2

/** The words of the question that the named policies leave open; empty where they answer them. */
export function openTerms(plan: Plan, { corpus, relevance, asOf }: WidenParts): Term[] {
  if (plan.kind !== 'fields' || plan.names.length === 0 || plan.targets.length > 1) return []
  const terms = plan.terms.filter(({ isGeneric }) => !isGeneric)
  return terms.length > 0 && supportOf(plan.targets, terms, { corpus, relevance, asOf }) < supported ? terms : []
}

/**
 * A question may name one policy and ask what stands in another (「专精特新做信用贷，贴息几个点」): where a passage
 * elsewhere speaks of the name and of what is asked, it is answered from there.
 */
export function widen(plan: Plan, terms: readonly Term[], found: readonly Found[], parts: WidenParts): Plan {
  if (plan.kind !== 'fields') return plan
  const named = plan.names.map(exactTerm)
  const names = [...plan.names, ...plan.targets.flatMap(({ policy }) => policy.aliases)].map(matchForm)
  // Half of a name is that of another policy: 中小企业评价 in 创新型中小企业评价.
  const isNamedIn = ({ document, passage }: Found) => {
    const form = matchForm(`${document.title} ${passage.text}`)
    return names.some((name) => form.includes(name))
  }
  const scored = found
    .filter(({ policy }) => policy && mayAnswer(standingOf(policy, parts.asOf)))
    .filter(({ policy }) => !plan.targets.some((target) => target.policy.id === policy?.id))
    .filter(isNamedIn)
    .map((one) => ({ ...one, score: scoreOf(one, [...terms, ...named], parts.relevance) }))
    .sort((a, b) => b.score - a.score)
  const best = scored[0]
  if (!best?.policy || best.score < Math.max(convincing, supportOf(plan.targets, terms, parts) + clearlyBetter))
    return plan
  const target = targetOf(best.policy, parts.asOf)
  // What was named is not what is answered from, so it must not lend its name to the suggestions.
  return target.standing === 'draft'
    ? { ...plan, targets: [...plan.targets, target] }
    : { ...plan, names: [], targets: [target] }
}

/** A draft is added to the answer, labelled; what has ended never is. */
function mayAnswer(standing: Standing): boolean {
  return isApplicable(standing) || standing === 'draft'
}

function knownClauses(corpus: Corpus, policy: Policy, asOf: IsoDate): Clause[] {
  return corpus.clauses(policy, asOf).filter(({ heading }) => heading !== '还不知道')
}

function supportOf(
  targets: readonly Target[],
  terms: readonly Term[],
  { corpus, relevance, asOf }: WidenParts,
): number {
  const best = ({ policy }: Target) =>
    Math.max(0, ...knownClauses(corpus, policy, asOf).map(({ text }) => relevance.of(terms, `${policy.title} ${text}`)))
  return Math.max(0, ...targets.map(best))
}
