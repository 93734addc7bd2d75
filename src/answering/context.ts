import type { IsoDate, Policy } from '../policy/index.ts'
import type { Ask, QuestionReader } from '../reading/index.ts'
import type { Corpus } from './corpus.ts'
import type { Turn } from './ports.ts'

/** What the conversation was about before this question. */
export interface Context {
  /** Policies of the answer before, in its order. */
  readonly policies: readonly Policy[]
  /** Policies of each answer that spoke of several, the latest first: what 「第二个」 points into. */
  readonly enumerations: readonly (readonly Policy[])[]
  /** Those of `policies` that its question named. */
  readonly named: readonly Policy[]
  readonly asks: readonly Ask[]
  /** Policies that the answer before judged. */
  readonly judged: readonly Policy[]
}

/** Taken from the citations of the last answer that had some, and from the last question that asked something. */
export function contextOf(
  history: readonly Turn[],
  asOf: IsoDate,
  { corpus, reader }: { readonly corpus: Corpus; readonly reader: QuestionReader },
): Context {
  const cited = history.filter(({ answer }) => answer.citations.length > 0)
  const last = cited.at(-1)
  const policiesOf = ({ answer }: Turn) =>
    [...new Set(answer.citations.map(({ policyId }) => policyId))].flatMap((id) => corpus.find(id) ?? [])
  const mentions = last ? reader.read(last.question, asOf).mentions : []
  const policies = last ? policiesOf(last) : []
  const enumerations = cited
    .map(policiesOf)
    .filter(({ length }) => length > 1)
    .reverse()
  const asking = cited.map(({ question }) => reader.read(question, asOf).asks).filter(asksSomething)
  const named = policies.filter(({ id }) => mentions.some(({ policyIds }) => policyIds.includes(id)))
  const judged = (history.at(-1)?.answer.verdicts ?? []).flatMap(({ policyId }) => corpus.find(policyId) ?? [])
  return { policies, enumerations, named, asks: asking.at(-1) ?? [], judged }
}

function asksSomething(asks: readonly Ask[]): boolean {
  return asks.some(({ topics, terms }) => topics.length > 0 || terms.length > 0)
}
