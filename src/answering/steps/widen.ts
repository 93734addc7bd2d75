import { matchForm, type Term } from '../../reading/index.ts'
import { type Found, scoreOf } from '../compose/compose-search.ts'
import type { Corpus } from '../corpus.ts'
import type { Plan, Target } from '../plan.ts'
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
  const named: Term[] = plan.names.map((word) => ({ word: matchForm(word), alternatives: [], isGeneric: false }))
  const scored = found
    .filter(({ policy }) => policy && !plan.targets.some((target) => target.policy.id === policy.id))
    .map((one) => ({ ...one, score: scoreOf(one, [...terms, ...named], parts.relevance) }))
    .sort((a, b) => b.score - a.score)
  const best = scored[0]
  if (!best?.policy || best.score < Math.max(convincing, supportOf(plan.targets, terms, parts) + clearlyBetter))
    return plan
  const standing = parts.corpus.standing(best.policy, parts.asOf)
  return { ...plan, targets: [{ policy: best.policy, standing, instead: null }] }
}

function supportOf(
  targets: readonly Target[],
  terms: readonly Term[],
  { corpus, relevance, asOf }: WidenParts,
): number {
  const best = ({ policy }: Target) =>
    Math.max(0, ...corpus.clauses(policy, asOf).map(({ text }) => relevance.of(terms, `${policy.title} ${text}`)))
  return Math.max(0, ...targets.map(best))
}
