import type {
  Assistant,
  CitedDocument,
  ConversationStore,
  ExportBlock,
  Locale,
  ProfileRead,
} from '../answering/index.ts'
import type { Config } from '../config.ts'
import type { Assessor, FactCatalogue, FactQuestion, IndustryCatalogue, QuestionRequest } from '../eligibility/index.ts'
import type { IsoDate, Policy } from '../policy/index.ts'
import type { MatchDesk } from '../reading/index.ts'
import type { Retriever } from '../retrieval/index.ts'
import type { PolicyTools } from '../tools/index.ts'

/** A part that must work before questions are taken. */
export interface ReadinessPart {
  readonly name: string
  readonly ok: boolean
  readonly detail: string
}

export interface ServerSettings
  extends Pick<Config, 'logLevel' | 'rateLimitPerMinute' | 'trustProxy' | 'widgetOrigins'> {
  readonly cookieSecret: string
  /** Absolute path of the built page. */
  readonly webFolder: string
  /** Longest time for one answer; 60 seconds where absent. */
  readonly answerTimeoutMs?: number
  /** Time between signs of life on a silent stream; 15 seconds where absent. */
  readonly heartbeatMs?: number
  /** Where log lines go; standard output where absent. */
  readonly logDestination?: { write(line: string): void }
}

/** Judging companies. */
export interface EligibilityServices {
  readonly assessor: Assessor
  readonly catalogue: FactCatalogue
  readonly industries: IndustryCatalogue
  nextQuestion(request: QuestionRequest): FactQuestion | null
  readFacts(text: string, asOf: IsoDate, locale: Locale): ProfileRead
}

/** All that the HTTP interface needs. */
export interface AppServices {
  readonly assistant: Assistant
  /** An assistant for one conversation that is kept nowhere else and gone with it. */
  openConversation(): Assistant
  /** Where it is absent, there is no MCP server. */
  readonly tools?: PolicyTools
  readonly conversations: ConversationStore
  readonly policies: readonly Policy[]
  readonly eligibility: EligibilityServices
  /** Where it is absent, no lists of firms are taken. */
  readonly matchDesk?: MatchDesk
  /** Where it is absent, the library is searched by names alone. */
  readonly retriever?: Retriever
  findDocument(id: string): Promise<CitedDocument | null>
  /** A file of Word (.docx). */
  writeWord(blocks: readonly ExportBlock[], title: string): Promise<Uint8Array>
  isReady(): Promise<readonly ReadinessPart[]>
  /** The date in Asia/Shanghai. */
  today(): IsoDate
  readonly settings: ServerSettings
}
