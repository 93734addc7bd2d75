import type { IsoDate } from '../policy/index.ts'
import type { Answer, AnswerEvent, Locale } from './answer.ts'
import type { RecordedProfile } from './profile.ts'
import type { ShareableAnswer } from './shareable-answer.ts'

/** One exchange of a conversation, as it was given then. */
export interface Turn {
  readonly question: string
  readonly answer: Answer
  /** ISO 8601 instant. */
  readonly askedAt: string
}

/** An exchange without what its verdicts found in detail: that is most of its size, and no later question needs it. */
export function remembered({ answer, ...turn }: Turn): Turn {
  const verdicts = answer.verdicts.map((verdict) => ({ ...verdict, findings: [], benefits: [] }))
  return { ...turn, answer: { ...answer, verdicts } }
}

export interface Feedback {
  readonly conversationId: string
  readonly answerId: string
  readonly rating: 'up' | 'down'
  readonly reason: string | null
  readonly comment: string | null
}

/** An answer that everybody with a link may see, as it was when the link was made. */
export interface Share {
  /** Cannot be guessed. */
  readonly id: string
  readonly conversationId: string
  readonly answerId: string
  readonly withVerdicts: boolean
  readonly sharedOn: IsoDate
  /** The last day of the link. */
  readonly until: IsoDate
  readonly answer: ShareableAnswer
}

/** A conversation as a list shows it. */
export interface ConversationSummary {
  readonly id: string
  /** The first question. */
  readonly question: string
  /** ISO 8601 instant of the latest question. */
  readonly askedAt: string
  readonly turnCount: number
}

/** Where a page of a list begins: after this conversation of the page before. */
export type ListCursor = Pick<ConversationSummary, 'askedAt' | 'id'>

/** Keeps conversations. Each belongs to one owner; to anybody else it does not exist. */
export interface ConversationStore {
  /** The exchanges in order; null when the owner has no such conversation. */
  turns(conversationId: string, ownerId: string): Promise<Turn[] | null>
  /** As `turns`, as `remembered`: all that the next question needs. */
  history(conversationId: string, ownerId: string): Promise<Turn[] | null>
  /** Appends an exchange, creating the conversation with its first one; resolves once it is durable. */
  append(conversationId: string, ownerId: string, turn: Turn): Promise<void>
  /**
   * Puts an exchange in the place of that of `answerId` and of all after it, at once: should it fail, nothing is lost.
   * False when the owner has no such answer in the conversation.
   */
  replace(conversationId: string, ownerId: string, answerId: string, turn: Turn): Promise<boolean>
  /** The owner's conversations, the one asked in latest first; `after` null for the first page. */
  list(ownerId: string, after: ListCursor | null, limit: number): Promise<ConversationSummary[]>
  /** False when the owner has no such conversation. */
  remove(conversationId: string, ownerId: string): Promise<boolean>
  /** Removes all that the owner has and says how many conversations that were. */
  removeAll(ownerId: string): Promise<number>
  /** False when the owner has no such answer. */
  addFeedback(ownerId: string, feedback: Feedback): Promise<boolean>
  /** Makes the one link of an answer; an earlier one ends. False when the owner has no such answer. */
  share(ownerId: string, share: Share): Promise<boolean>
  /** The link of an answer; null where there is none, or the answer is not the owner's. */
  shareOf(ownerId: string, conversationId: string, answerId: string): Promise<Share | null>
  /** Ends the link of an answer; false where the owner has none. It ends with its answer and conversation as well. */
  unshare(ownerId: string, conversationId: string, answerId: string): Promise<boolean>
  /** What a link shows, whoever asks; null once it has ended. */
  findShare(id: string, on: IsoDate): Promise<Share | null>
  close(): Promise<void>
}

export interface AskRequest {
  readonly message: string
  /** Absent to begin a new conversation. */
  readonly conversationId?: string
  /** Answer of that conversation whose question this one corrects: it and what came after it are forgotten. */
  readonly replaces?: string
  readonly ownerId: string
  readonly asOf: IsoDate
  /** The company's profile as the asker holds it; absent: what the conversation knows. */
  readonly profile?: RecordedProfile
  /** Absent: the language of the message. */
  readonly locale?: Locale
  readonly signal?: AbortSignal
}

/** Answers questions in conversations; the one front door of this module. */
export interface Assistant {
  /**
   * The events of one answer, ending with `answer-end` once the exchange is stored.
   * Throws `AskError` before the first event for a message or conversation that cannot be answered.
   */
  ask(request: AskRequest): AsyncGenerator<AnswerEvent>
}

export type AskErrorCode =
  | 'message-empty'
  | 'message-without-words'
  | 'message-too-long'
  | 'conversation-unknown'
  | 'question-unknown'

/** The question itself cannot be taken; `code` finds the wording in the user's language. */
export class AskError extends Error {
  readonly code: AskErrorCode
  constructor(code: AskErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
