import type { Citation, Sentence } from '../contract.ts'

export type Standing = Citation['status']

/** A sentence with the citations it rests on. */
export interface CitedSentence {
  readonly text: string
  readonly citations: readonly Citation[]
  /** Standings a reader must be told at this sentence; empty where its heading tells them. */
  readonly standings: readonly Standing[]
  /** A language model put part of it in words of its own. */
  readonly isPartial: boolean
}

/** Sentences in a row that stand under one heading. */
export interface SentenceGroup {
  readonly heading: string | null
  readonly standings: readonly Standing[]
  readonly sentences: readonly CitedSentence[]
}

/** Groups neighbouring sentences by heading; reading order stays as it is, so nothing moves while an answer streams. */
export function groupSentences(sentences: readonly Sentence[], citations: readonly Citation[]): SentenceGroup[] {
  const byId = new Map(citations.map((citation) => [citation.id, citation]))
  const runs: Sentence[][] = []
  for (const sentence of sentences) {
    const run = runs.at(-1)
    if (run?.[0]?.heading === sentence.heading) run.push(sentence)
    else runs.push([sentence])
  }
  return runs.map((run) => toGroup(run, byId))
}

function toGroup(run: readonly Sentence[], byId: ReadonlyMap<string, Citation>): SentenceGroup {
  const heading = run[0]?.heading ?? null
  const cited = run.map((sentence) => toCited(sentence, byId))
  const shared = heading === null ? [] : sharedStandings(cited)
  if (shared.length === 0) return { heading, standings: [], sentences: cited }
  return { heading, standings: shared, sentences: cited.map((sentence) => ({ ...sentence, standings: [] })) }
}

function toCited({ text, support, ...ids }: Sentence, byId: ReadonlyMap<string, Citation>): CitedSentence {
  const citations = ids.citations.flatMap((id) => byId.get(id) ?? [])
  const standings = citations.map(({ status }) => status).filter((status) => status !== 'in-force')
  return { text, citations, standings: [...new Set(standings)], isPartial: support === 'partial' }
}

/** A heading carries a badge only when it holds for every sentence below; otherwise the badge would mislead. */
function sharedStandings(sentences: readonly CitedSentence[]): readonly Standing[] {
  const first = sentences[0]?.standings ?? []
  const areAlike = sentences.every(({ standings }) => standings.join() === first.join())
  return areAlike ? first : []
}
