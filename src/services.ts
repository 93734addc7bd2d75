import { createHash, randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readOrCreateCookieSecret } from './adapters/cookie-secret.ts'
import {
  loadFactCatalogue,
  loadIndustries,
  loadLexicon,
  loadNotions,
  loadPolicies,
  loadReadingWords,
} from './adapters/corpus-files.ts'
import { createDocumentFinder } from './adapters/document-finder.ts'
import type { DocumentFile, OriginalDocument } from './adapters/documents/index.ts'
import type { ModelObserver } from './adapters/guarded-chat-model.ts'
import { keepIndex, type ServiceHooks } from './adapters/keep-index.ts'
import { openPassageIndex } from './adapters/lancedb-passage-index.ts'
import { createMemoryConversations } from './adapters/memory-conversations.ts'
import { openModels } from './adapters/open-models.ts'
import { openOriginalDocuments } from './adapters/original-documents.ts'
import type { Progress } from './adapters/progress.ts'
import { checkReady } from './adapters/readiness.ts'
import { createSimplifier } from './adapters/simplified-chinese.ts'
import { openThreadedConversations } from './adapters/threaded-conversations.ts'
import {
  type Assistant,
  type ChatModel,
  type ConversationStore,
  createAssistant,
  createCorpus,
  createRelevance,
  type Locale,
  readProfile,
} from './answering/index.ts'
import type { Config } from './config.ts'
import { createAssessor, createIndustries, createNextQuestion } from './eligibility/index.ts'
import type { IsoDate, Policy } from './policy/index.ts'
import { createFactReader, createIndustryReader, createQuestionReader, createVocabulary } from './reading/index.ts'
import { createRetriever, type SyncReport } from './retrieval/index.ts'
import { createTools } from './tools/index.ts'

export { readCorpus } from './adapters/corpus-files.ts'
export { type FirmMatching, openFirmMatching, openMatchDesk } from './adapters/firm-lists/index.ts'
export type { ModelEvent, ModelObserver } from './adapters/guarded-chat-model.ts'
export { originalIdOf, type StoredOriginal } from './adapters/original-documents.ts'
export { createProgress, type Progress } from './adapters/progress.ts'
export { writeWordDocument } from './adapters/word-document.ts'

/** Reads an official original; its libraries are loaded only now, which keeps the start of the service short. */
export async function readDocument(file: DocumentFile): Promise<OriginalDocument> {
  const documents = await import('./adapters/documents/index.ts')
  return documents.readDocument(file)
}

/** What companies are judged by: rules, facts and industries, and the reader of facts from words. */
export type Eligibility = Awaited<ReturnType<typeof openEligibility>>

/** Reads the rules and what they rest on; `policies` where they have been read before. */
export async function openEligibility(corpusFolder: string, policies?: readonly Policy[]) {
  const [read, catalogue, notions, words, industryData] = await Promise.all([
    policies ?? loadPolicies(corpusFolder),
    loadFactCatalogue(corpusFolder),
    loadNotions(corpusFolder),
    loadReadingWords(corpusFolder),
    loadIndustries(corpusFolder),
  ])
  const industries = createIndustries(industryData)
  const assessor = createAssessor({ policies: read, catalogue, notions, industries })
  return {
    policies: read,
    catalogue,
    industries,
    assessor,
    nextQuestion: createNextQuestion(assessor, catalogue),
    factReader: createFactReader({ catalogue, words, industries: createIndustryReader(industryData) }),
  }
}

/** The knowledge that answers rest on: policies, originals, and the index over both. */
export type Knowledge = Awaited<ReturnType<typeof openKnowledge>>

export interface KnowledgeHooks {
  readonly observe?: ModelObserver
  /** Instead of the model that is configured. */
  readonly chatModel?: ChatModel
}

/** Opens the corpus and the index in the data folder; `sync` brings the index up to date with the documents. */
export async function openKnowledge(config: Config, { observe, chatModel: given }: KnowledgeHooks = {}) {
  const { corpusFolder, dataFolder } = config
  await mkdir(dataFolder, { recursive: true })
  const models = await openModels(config, observe)
  const { model, weights } = models.embedding
  const { reranker } = models.reranker
  const chatModel = given ?? models.languageModel.chatModel
  const [policies, lexicon, index] = await Promise.all([
    loadPolicies(corpusFolder),
    loadLexicon(corpusFolder),
    openPassageIndex({ uri: join(dataFolder, 'index'), model }),
  ])
  const originals = openOriginalDocuments(join(dataFolder, 'originals'))
  const corpus = createCorpus(policies)
  const findDocument = createDocumentFinder(corpus, originals.find)
  const eligibility = await openEligibility(corpusFolder, policies)
  const { assessor, nextQuestion, factReader } = eligibility
  const vocabulary = createVocabulary(policies.flatMap(({ clauses }) => clauses.map(({ text }) => text)))
  const reader = createQuestionReader({ policies, lexicon, vocabulary, toSimplified: createSimplifier() })
  return {
    policies,
    originals,
    index,
    ...models,
    chatModel,
    eligibility: {
      ...eligibility,
      readFacts: (text: string, asOf: IsoDate, locale: Locale) =>
        readProfile(text, asOf, locale, { reader, factReader, assessor }),
    },
    findDocument,
    sync: async (onProgress?: Progress): Promise<SyncReport> => {
      const added = await originals.list()
      return index.sync([...corpus.documents.values(), ...added.map(({ document }) => document)], onProgress)
    },
    answering: {
      corpus,
      reader,
      assessor,
      nextQuestion,
      factReader,
      retriever: createRetriever({ index, model, weights, reranker }),
      relevance: createRelevance(vocabulary),
      chatModel,
      findDocument,
      digestOf: (text: string) => createHash('sha256').update(text).digest('hex'),
      elapsedMs: () => performance.now(),
    },
  }
}

/** An assistant that remembers conversations in the given store. */
export function openAssistant(knowledge: Knowledge, conversations: ConversationStore): Assistant {
  return createAssistant({ ...knowledge.answering, conversations, newId: randomUUID, now: () => new Date() })
}

/** Everything the command line and the evals need: nothing is kept but the index. */
export async function openLocalServices(config: Config, onProgress?: Progress, hooks: KnowledgeHooks = {}) {
  const knowledge = await openKnowledge(config, hooks)
  return {
    knowledge,
    report: await knowledge.sync(onProgress),
    assistant: openAssistant(knowledge, createMemoryConversations()),
    close: knowledge.index.close,
  }
}

/** Everything the service needs; conversations are kept in the data folder. */
export async function openServices(config: Config, hooks: ServiceHooks = {}) {
  const [conversations, { knowledge, upkeep }] = await Promise.all([
    openThreadedConversations(join(config.dataFolder, 'conversations')),
    openWarm(config, hooks),
  ])
  const { index, languageModel, reranker, embedding } = knowledge
  return {
    knowledge,
    report: upkeep.report,
    assistant: openAssistant(knowledge, conversations),
    openConversation: () => openAssistant(knowledge, createMemoryConversations()),
    tools: createTools(knowledge, today),
    conversations,
    cookieSecret: config.cookieSecret ?? (await readOrCreateCookieSecret(config.dataFolder)),
    isReady: () =>
      checkReady({
        index,
        conversations,
        embedding: { name: embedding.model.name, problem: upkeep.problem },
        languageModel,
        reranker,
      }),
    close: () => conversations.close().then(index.close),
  }
}

/** Reads also what the first search needs, while the conversations are still opening. */
async function openWarm(config: Config, { onProgress, observe, log = () => {} }: ServiceHooks) {
  const knowledge = await openKnowledge(config, observe ? { observe } : {})
  const upkeep = await keepIndex(knowledge.index, () => knowledge.sync(onProgress), log)
  await knowledge.index.gramStatistics()
  return { knowledge, upkeep }
}

const shanghaiDate = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

/** Today in Shanghai. */
export function today(): IsoDate {
  return shanghaiDate.format(new Date())
}
