import { loadFactCatalogue, loadIndustries, loadReadingWords } from '../../../src/adapters/corpus-files.ts'
import { createSimplifier } from '../../../src/adapters/simplified-chinese.ts'
import { createFactReader, createIndustryReader, type FactReading, normaliseText } from '../../../src/reading/index.ts'

export const [catalogue, words, industries] = await Promise.all([
  loadFactCatalogue('corpus'),
  loadReadingWords('corpus'),
  loadIndustries('corpus'),
])
export const reader = createFactReader({ catalogue, words, industries: createIndustryReader(industries) })
const simplify = createSimplifier()

export const asOf = '2026-11-26'

/** The text as the question reader leaves it. */
export function prepared(text: string): string {
  return simplify(normaliseText(text))
}

/** Reads a message with the words of the real corpus. */
export function readFacts(text: string, asked: readonly string[] = []): FactReading {
  return reader.read(prepared(text), { asOf, asked })
}

/** What is read of each firm without the evidence; a plain value stands for itself. */
export function factsOf(text: string, asked: readonly string[] = []): Record<string, unknown>[] {
  return readFacts(text, asked).firms.map((firm) =>
    Object.fromEntries(
      Object.entries(firm).map(([fact, { evidence: _evidence, ...value }]) => [
        fact,
        'value' in value ? value.value : value,
      ]),
    ),
  )
}
