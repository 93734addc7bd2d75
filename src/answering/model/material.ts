import type { Passage, SourceDocument } from '../../policy/index.ts'
import type { DraftSentence } from '../draft.ts'

/** A passage with the document it stands in, as the model may cite it. */
export interface CitedPassage {
  readonly passage: Passage
  readonly document: SourceDocument
}

/** All that a model is given to word an answer from. It sees no id and no address. */
export interface Material {
  /** By handle: P1, P2, … */
  readonly passages: ReadonlyMap<string, CitedPassage>
  /** Empty where the question is open: no template answers it. */
  readonly draft: readonly DraftSentence[]
}

/** Passages that one prompt may hold; a longer answer is left to the template. */
export const mostPassages = 24

/** Gives the passages their handles, in their order. */
export function materialOf(passages: readonly CitedPassage[], draft: readonly DraftSentence[]): Material {
  const distinct = new Map(passages.map((cited) => [cited.passage.id, cited]))
  return { passages: new Map([...distinct.values()].map((cited, index) => [`P${index + 1}`, cited])), draft }
}

export function handleOf({ passages }: Material, { id }: Passage): string | undefined {
  return [...passages].find(([, cited]) => cited.passage.id === id)?.[0]
}

/** What a sentence that cites the passages may take its words from. */
export function sourceTexts(cited: readonly CitedPassage[]): string[] {
  return cited.flatMap(({ passage, document }) => [
    passage.text,
    ...passage.headings,
    document.title,
    ...document.aliases,
  ])
}
