/** What the server says and hears; only types cross over, so no server code reaches the browser. */
export type { Answer, AnswerEvent, Citation, Locale, Notice, Sentence, StepName } from '../../src/answering/answer.ts'
export type {
  ChatRequest,
  ConversationReply,
  DocumentReply,
  ErrorReply,
  FeedbackRequest,
  PolicyList,
} from '../../src/server/api.ts'
