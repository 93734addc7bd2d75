import { figureUses } from '../../policy/index.ts'
import { gramsOf, matchForm } from '../../reading/index.ts'
import type { DraftSentence } from '../draft.ts'

/** Of a clause this share of its words counts as said. */
const said = 0.5

/** The sentences of the draft of which something is not said yet: a passage, a figure, or a clause of theirs. */
export function uncovered(draft: readonly DraftSentence[], released: readonly DraftSentence[]): DraftSentence[] {
  return draft.filter((sentence) => !isCovered(sentence, released))
}

function isCovered({ text, passages }: DraftSentence, released: readonly DraftSentence[]): boolean {
  const cites = (sentence: DraftSentence) => passages.every(({ id }) => sentence.passages.some((one) => one.id === id))
  const words = released.filter(cites).map((sentence) => sentence.text)
  const uses = words.flatMap((one) => figureUses(one))
  const grams = new Set(words.flatMap((one) => gramsOf(matchForm(one))))
  const isSaid = (clause: string) => {
    const own = gramsOf(matchForm(clause))
    return own.filter((gram) => grams.has(gram)).length >= own.length * said
  }
  return (
    words.length > 0 &&
    figureUses(text).every((use) => uses.some(({ figure, bound }) => figure === use.figure && bound === use.bound)) &&
    text.split(/[，。；：、]/).every(isSaid)
  )
}
