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
  const coverage = (term: Term, text: string): number => {
    const form = formOf(text)
    if (form.includes(term.word)) return 1
    if (term.alternatives.some((word) => form.includes(word))) return sameThing
    const grams = gramsOf(term.word)
    const total = grams.reduce((sum, gram) => sum + weigh(gram), 0)
    const found = grams.filter((gram) => form.includes(gram)).reduce((sum, gram) => sum + weigh(gram), 0)
    return total === 0 ? 0 : (found / total) * sameThing
  }
  const weightOf = (term: Term) => {
    const grams = gramsOf(term.word)
    return grams.reduce((sum, gram) => sum + weigh(gram), 0) / Math.sqrt(grams.length)
  }
  return {
    of(terms, text) {
      const total = terms.reduce((sum, term) => sum + weightOf(term), 0)
      return total === 0 ? 0 : terms.reduce((sum, term) => sum + weightOf(term) * coverage(term, text), 0) / total
    },
    covers: (term, text) => coverage(term, text) >= spokenOf,
  }
}
