import { gramsOf, matchForm, type Term, type Vocabulary } from '../reading/index.ts'

/** How much of what was asked a text speaks of. */
export interface Relevance {
  /** 0 (none of the terms) to 1 (all of them); 0 without terms. */
  of(terms: readonly Term[], text: string): number
  /** Whether one term is spoken of. */
  covers(term: Term, text: string): boolean
}

const sameThing = 0.9
const spokenOf = 0.6
/** Weight of a pair that the corpus never has: it may be a rare word, or no word at all. */
const unseenWeight = 4

/** Terms weigh by how rare their characters are in the corpus; a synonym counts a little less than the word itself. */
export function createRelevance(vocabulary: Vocabulary): Relevance {
  const forms = new Map<string, string>()
  const formOf = (text: string): string => {
    const known = forms.get(text)
    if (known !== undefined) return known
    const form = matchForm(text)
    if (forms.size > 20_000) forms.clear()
    forms.set(text, form)
    return form
  }
  const weigh = (gram: string) => vocabulary.weightOf(gram) || unseenWeight
  const weightsOf = remember((term: Term): Weights => {
    const grams = gramsOf(term.word).map((gram) => ({ gram, weight: weigh(gram) }))
    const total = grams.reduce((sum, { weight }) => sum + weight, 0)
    return { grams, total, ofTerm: total / Math.sqrt(grams.length) }
  })
  const coverage = (term: Term, text: string): number => {
    const form = formOf(text)
    if (form.includes(term.word)) return 1
    if (term.alternatives.some((word) => form.includes(word))) return sameThing
    const { grams, total } = weightsOf(term)
    const found = grams.reduce((sum, { gram, weight }) => (form.includes(gram) ? sum + weight : sum), 0)
    return total === 0 ? 0 : (found / total) * sameThing
  }
  return {
    of(terms, text) {
      let [covered, total] = [0, 0]
      for (const term of terms) {
        const { ofTerm } = weightsOf(term)
        covered += ofTerm * coverage(term, text)
        total += ofTerm
      }
      return total === 0 ? 0 : covered / total
    },
    covers: (term, text) => coverage(term, text) >= spokenOf,
  }
}

interface Weights {
  readonly grams: readonly { readonly gram: string; readonly weight: number }[]
  readonly total: number
  readonly ofTerm: number
}

/** A term is weighed once and then held against many texts. */
function remember<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>()
  return (key) => {
    const value = known.get(key) ?? compute(key)
    known.set(key, value)
    return value
  }
}
