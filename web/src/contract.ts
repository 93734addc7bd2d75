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
  ConversationReply,
  DocumentReply,
  ErrorReply,
  FactQuestionsReply,
  FactReply,
  FactsReply,
  FeedbackRequest,
  GrowthPathReply,
  MatchEvent,
  PolicyDates,
  PolicyList,
  PolicyReply,
  SizeClassReply,
} from '../../src/server/api.ts'
