/** What the server says and hears; only types cross over, so no server code reaches the browser. */
export type { Answer, AnswerEvent, Citation, Locale, Notice, Sentence, StepName } from '../../src/answering/answer.ts'
export type {
  AssessedBenefit,
  Assessment,
  ClauseLink,
  FactQuestion,
  FactValue,
  Finding,
  RecordedFact,
  Verdict,
} from '../../src/eligibility/index.ts'
export type {
  AssessmentsReply,
  ChatRequest,
  ClauseReply,
  ConversationReply,
  DocumentReply,
  ErrorReply,
  FactReply,
  FactsReply,
  FeedbackRequest,
  MatchEvent,
  PolicyDates,
  PolicyList,
  PolicyReply,
  PolicySummary,
  RelatedPolicy,
} from '../../src/server/api.ts'
