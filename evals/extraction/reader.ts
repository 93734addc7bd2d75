import { loadFactCatalogue, loadIndustries, loadLexicon, loadReadingWords } from '../../src/adapters/corpus-files.ts'
import { createSimplifier } from '../../src/adapters/simplified-chinese.ts'
import { createFactReader, createIndustryReader, type FactReading, normaliseText } from '../../src/reading/index.ts'
import type { ExtractionCase } from './cases.ts'

/** Reads the text of a case as the product does, with what is corrected standing for what was asked. */
export async function openReader(corpusFolder: string): Promise<(one: ExtractionCase) => FactReading> {
  const [catalogue, words, industries, lexicon] = await Promise.all([
    loadFactCatalogue(corpusFolder),
    loadReadingWords(corpusFolder),
    loadIndustries(corpusFolder),
    loadLexicon(corpusFolder),
  ])
  const reader = createFactReader({ catalogue, words, industries: createIndustryReader(industries) })
  const simplify = createSimplifier()
  const correct = (text: string) =>
    Object.entries(lexicon.typos).reduce((corrected, [slip, meant]) => corrected.replaceAll(slip, meant), text)
  return ({ text, asOf, previous }) =>
    reader.read(correct(simplify(normaliseText(text))), { asOf, asked: Object.keys(previous) })
}
