import type { createCorpus } from '../answering/index.ts'
import { type IsoDate, type Policy, standingOf } from '../policy/index.ts'
import type { PolicyReply, RelatedPolicy } from './api.ts'

type Corpus = ReturnType<typeof createCorpus>

/** A policy with its clauses, as it stands on a day, among the policies it belongs to. */
export function policyReply(policy: Policy, corpus: Corpus, asOf: IsoDate): PolicyReply {
  const link = (related: Policy) => relatedPolicy(related, asOf)
  const find = (ids: readonly string[]) => ids.flatMap((id) => corpus.find(id) ?? []).map(link)
  return {
    ...policy,
    clauses: policy.clauses.map((clause) => ({ ...clause, topics: [...clause.topics] })),
    asOf,
    standing: standingOf(policy, asOf),
    versions: inOrder(corpus.versions(policy), corpus).map(link),
    related: {
      requires: find(policy.prerequisites),
      unlocks: corpus.unlockedBy(policy, asOf).map(link),
      excludes: find(policy.exclusive),
    },
  }
}

/** Oldest first: the more policies came after one, the older it is. */
function inOrder(versions: readonly Policy[], corpus: Corpus): Policy[] {
  const successors = (policy: Policy, left = versions.length): number => {
    const next = policy.supersededBy === null ? undefined : corpus.find(policy.supersededBy)
    return next && left > 0 ? 1 + successors(next, left - 1) : 0
  }
  return versions.toSorted((one, other) => successors(other) - successors(one) || one.id.localeCompare(other.id))
}

export function relatedPolicy(policy: Policy, asOf: IsoDate): RelatedPolicy {
  const { id, title, titleEn, publishedOn, effectiveFrom, effectiveUntil } = policy
  return { id, title, titleEn, standing: standingOf(policy, asOf), publishedOn, effectiveFrom, effectiveUntil }
}
