export type {
  CheckedProposal,
  FactContext,
  FactProblem,
  FactProposal,
  FactReader,
  FactReading,
  ProposalRefusal,
  ReadFact,
} from './facts/fact-reading.ts'
export { createFactReader, type FactReaderParts } from './facts/read-facts.ts'
export { ReadingWords } from './facts/reading-words.ts'
export type { PlaceWords } from './firm-lists/choices.ts'
export { type ColumnPlan, type FactColumn, understood } from './firm-lists/columns.ts'
export type { FirmProblem, FirmProblemKind, ListedFirm, TableRow } from './firm-lists/firm-list.ts'
export { FirmListError, type FirmListErrorCode, sayFirmProblem, sayRow } from './firm-lists/firm-list-error.ts'
export * from './firm-lists/matching.ts'
export { createFirmReader, type FirmReader } from './firm-lists/read-firm.ts'
export { createIndustryReader, type IndustryReader } from './industries.ts'
export { AskedTopic, Lexicon } from './lexicon.ts'
export type { Mention } from './mentions.ts'
export { hasWords, matchForm, normaliseText } from './normalise.ts'
export { createQuestionReader, type QuestionReader } from './read-question.ts'
export { type Ask, type Intent, type ListRequest, nothingAsked, type Reading } from './reading.ts'
export { exactTerm, type Term } from './terms.ts'
export { createVocabulary, gramsOf, type Vocabulary } from './vocabulary.ts'
