import {
  type Clause,
  type IsoDate,
  isApplicable,
  isWithin,
  type Passage,
  type Policy,
  policyDocument,
  type SourceDocument,
  standingOf,
} from '../policy/index.ts'

/** The policies by id, and which version of one applies on a day. */
export interface Corpus {
  readonly policies: readonly Policy[]
  find(id: string): Policy | undefined
  /** Each policy as a document to search, to cite and to show. */
  readonly documents: ReadonlyMap<string, SourceDocument>
  passage(policy: Policy, clause: Clause): Passage
  /** Policies that apply on a day, in the order of the corpus. */
  applicable(asOf: IsoDate): Policy[]
  /** This policy, its predecessors and its successors. */
  versions(policy: Policy): Policy[]
  /** Clauses of a policy that hold on a day. */
  clauses(policy: Policy, asOf: IsoDate): Clause[]
  /** Policies that applied on a day and require this one. */
  unlockedBy(policy: Policy, asOf: IsoDate): Policy[]
}

export function createCorpus(policies: readonly Policy[]): Corpus {
  const byId = new Map(policies.map((policy) => [policy.id, policy]))
  const documents = new Map(policies.map((policy) => [policy.id, policyDocument(policy)]))
  const applicable = (asOf: IsoDate) => policies.filter((policy) => isApplicable(standingOf(policy, asOf)))
  return {
    policies,
    find: (id) => byId.get(id),
    documents,
    passage: (policy, clause) => passageOf(documents.get(policy.id), clause),
    applicable,
    versions: (policy) => collectVersions(policy, byId),
    clauses: (policy, asOf) => policy.clauses.filter((clause) => isWithin(clause, asOf)),
    unlockedBy: (policy, asOf) => applicable(asOf).filter(({ prerequisites }) => prerequisites.includes(policy.id)),
  }
}

function passageOf(document: SourceDocument | undefined, clause: Clause): Passage {
  // Clauses are numbered from 1 in the order of their passages.
  const passage = document?.passages[clause.number - 1]
  if (passage?.anchor !== clause.anchor) throw new Error(`no passage of ${document?.id} is clause ${clause.anchor}`)
  return passage
}

function collectVersions(policy: Policy, byId: ReadonlyMap<string, Policy>): Policy[] {
  const found = new Set<Policy>()
  const visit = (version: Policy | undefined): void => {
    if (!version || found.has(version)) return
    found.add(version)
    for (const id of version.supersedes) visit(byId.get(id))
    if (version.supersededBy) visit(byId.get(version.supersededBy))
  }
  visit(policy)
  return [...found]
}
