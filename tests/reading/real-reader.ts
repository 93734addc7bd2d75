import { loadLexicon, loadPolicies } from '../../src/adapters/corpus-files.ts'
import { createSimplifier } from '../../src/adapters/simplified-chinese.ts'
import type { Policy } from '../../src/policy/index.ts'
import { createQuestionReader, createVocabulary, type Lexicon, type QuestionReader } from '../../src/reading/index.ts'

export const policies = await loadPolicies('corpus')
export const lexicon = await loadLexicon('corpus')

/** A reader with the everyday words of the real corpus. */
export function readerOf(read: readonly Policy[], words: Lexicon = lexicon): QuestionReader {
  const vocabulary = createVocabulary(read.flatMap(({ clauses }) => clauses.map(({ text }) => text)))
  return createQuestionReader({ policies: read, lexicon: words, vocabulary, toSimplified: createSimplifier() })
}

const reader = readerOf(policies)

/** Reads a question as the product does. */
export const read = (question: string, asOf = '2026-11-23') => reader.read(question, asOf)
