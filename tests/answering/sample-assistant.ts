import { createHash } from 'node:crypto'
import { loadFactCatalogue, loadIndustries, loadLexicon, loadReadingWords } from '../../src/adapters/corpus-files.ts'
import { createMemoryConversations } from '../../src/adapters/memory-conversations.ts'
import {
  type Answer,
  type AnswerEvent,
  type Assistant,
  type AssistantParts,
  type ChatModel,
  type ConversationStore,
  createAssistant,
  createCorpus,
  createRelevance,
} from '../../src/answering/index.ts'
import { createAssessor, createIndustries, createNextQuestion } from '../../src/eligibility/index.ts'
import {
  isApplicable,
  isWithin,
  type Policy,
  policyDocument,
  type SourceDocument,
  standingOf,
} from '../../src/policy/index.ts'
import {
  createFactReader,
  createIndustryReader,
  createQuestionReader,
  createVocabulary,
  gramsOf,
} from '../../src/reading/index.ts'
import type { Retriever } from '../../src/retrieval/index.ts'
import { samplePolicies } from './sample-policies.ts'

export const today = '2026-11-23'
const lexicon = await loadLexicon('corpus')
const catalogue = await loadFactCatalogue('corpus')
const industryData = await loadIndustries('corpus')
const industries = createIndustries(industryData)
const factReader = createFactReader({
  catalogue,
  words: await loadReadingWords('corpus'),
  industries: createIndustryReader(industryData),
})

export interface Asking {
  readonly asOf?: string
  readonly conversationId?: string
  readonly replaces?: string
  readonly ownerId?: string
  readonly locale?: 'zh-CN' | 'en'
}

export interface SampleAssistant {
  readonly assistant: Assistant
  readonly conversations: ConversationStore
  /** What was searched for, in order. */
  readonly queries: readonly string[]
  /** Makes a document disappear, as when an operator removes it. */
  forget(documentId: string): void
  ask(message: string, asking?: Asking): Promise<Answer>
}

/** An assistant over a few hand-made policies, with the everyday words of the product. */
export function sampleAssistant(
  policies: readonly Policy[] = samplePolicies,
  originals: readonly SourceDocument[] = [],
  chatModel: ChatModel | null = null,
): SampleAssistant {
  const gone = new Set<string>()
  const conversations = createMemoryConversations()
  const queries: string[] = []
  const parts = partsOf(policies, originals, gone, chatModel)
  const retriever: Retriever = {
    search: (query, options) => {
      queries.push(query)
      return parts.retriever.search(query, options)
    },
  }
  const assistant = createAssistant({ ...parts, retriever, conversations })
  return {
    assistant,
    conversations,
    queries,
    forget: (documentId) => gone.add(documentId),
    ask: (message, asking) => answerOf(assistant, message, asking),
  }
}

function partsOf(
  policies: readonly Policy[],
  originals: readonly SourceDocument[],
  gone: ReadonlySet<string>,
  chatModel: ChatModel | null,
): Omit<AssistantParts, 'conversations'> {
  const vocabulary = createVocabulary(policies.flatMap(({ clauses }) => clauses.map(({ text }) => text)))
  const documents = new Map([...policies.map(policyDocument), ...originals].map((document) => [document.id, document]))
  const supersededBy = new Map(policies.map((policy) => [policy.id, policy.supersededBy]))
  const assessor = createAssessor({ policies, catalogue, notions: {}, industries })
  let ids = 0
  return {
    assessor,
    nextQuestion: createNextQuestion(assessor, catalogue),
    factReader,
    corpus: createCorpus(policies),
    reader: createQuestionReader({ policies, lexicon, vocabulary, toSimplified: (text) => text }),
    retriever: createGramRetriever([...documents.values()]),
    relevance: createRelevance(vocabulary),
    findDocument: async (id) => {
      const document = gone.has(id) ? undefined : documents.get(id)
      return document ? { document, supersededBy: supersededBy.get(id) ?? null, sourceTitle: '示范通知' } : null
    },
    digestOf: (text) => createHash('sha256').update(text).digest('hex'),
    chatModel,
    elapsedMs: () => 0,
    newId: () => `id-${ids++}`,
    now: () => new Date('2026-11-23T02:00:00Z'),
  }
}

/** Finds passages by the character pairs that they share with the query. */
function createGramRetriever(documents: readonly SourceDocument[]): Retriever {
  return {
    search: async (query, { limit = 10, filter = {} } = {}) => {
      const grams = gramsOf(query)
      const day = filter.inForceAt
      const passages = documents
        .filter((document) => !day || isApplicable(standingOf(document, day)))
        .flatMap((document) => document.passages)
        .filter(({ validFrom, validUntil }) => !day || isWithin({ from: validFrom, until: validUntil }, day))
        .map((passage) => ({ passage, score: grams.filter((gram) => passage.text.includes(gram)).length }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score || (a.passage.id < b.passage.id ? -1 : 1))
        .slice(0, limit)
      const found = { coverage: 1, keyword: null, vector: null }
      return { passages: passages.map((ranked) => ({ ...ranked, ...found })), coverage: 1 }
    },
  }
}

export async function eventsOf(assistant: Assistant, message: string, asking: Asking = {}): Promise<AnswerEvent[]> {
  const request = { message, ownerId: 'owner', asOf: today, ...asking }
  return Array.fromAsync(assistant.ask(request))
}

export async function answerOf(assistant: Assistant, message: string, asking: Asking = {}): Promise<Answer> {
  const last = (await eventsOf(assistant, message, asking)).at(-1)
  if (last?.type !== 'answer-end') throw new Error(`「${message}」 has no end`)
  return last.answer
}

export const textsOf = ({ sentences }: Answer): string[] => sentences.map(({ text }) => text)
export const codesOf = ({ notices }: Answer): string[] => notices.map(({ code }) => code)
/** Policy and clause of every citation: `yunfan-loan#cap`. */
export const anchorsOf = ({ citations }: Answer): string[] =>
  citations.map(({ policyId, anchor }) => `${policyId}#${anchor}`)
