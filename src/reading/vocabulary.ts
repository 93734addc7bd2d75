import { matchForm } from './normalise.ts'

/** How common each pair of characters is in the corpus: rare pairs say more than common ones. */
export interface Vocabulary {
  /** Inverse document frequency; 0 for a pair that no text has. */
  weightOf(gram: string): number
  has(gram: string): boolean
  /** Stands in at least so many texts: a word rather than two neighbours by chance. */
  isCommon(gram: string, leastTexts: number): boolean
}

export function createVocabulary(texts: readonly string[]): Vocabulary {
  const frequency = new Map<string, number>()
  for (const text of texts)
    for (const gram of new Set(gramsOf(matchForm(text)))) frequency.set(gram, (frequency.get(gram) ?? 0) + 1)
  return {
    has: (gram) => frequency.has(gram),
    isCommon: (gram, leastTexts) => (frequency.get(gram) ?? 0) >= leastTexts,
    weightOf: (gram) => {
      const count = frequency.get(gram)
      return count === undefined ? 0 : Math.log(1 + texts.length / count)
    },
  }
}

/** Pairs of neighbouring characters in Chinese, whole words and numbers otherwise. */
export function gramsOf(text: string): string[] {
  const grams: string[] = []
  for (const [run] of text.matchAll(/[a-z0-9.+%]+|[^a-z0-9.+%\s|]+/g)) {
    if (/^[a-z0-9]/.test(run) || run.length === 1) grams.push(run)
    else for (let index = 0; index < run.length - 1; index += 1) grams.push(run.slice(index, index + 2))
  }
  return grams
}
